const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/**
 * Compares two storage quantities as the API server writes them.
 *
 * @returns below, at or above 0, as `a` is smaller, equal or larger
 * @throws Error for what is no quantity
 */
export function compareQuantities(a: string, b: string): number {
  return bytesOf(a) - bytesOf(b);
}

function bytesOf(text: string): number {
  const match = /^(\d+(?:\.\d+)?(?:[eE]\d+)?)([kMGTPE]i?|Ki|m)?$/.exec(text);
  if (!match) throw new Error(`"${text}" is not a quantity`);
  const [, digits, unit = ''] = match;
  // Thousandths, which the API server may write for fractions of a byte.
  return Number(digits) * (unit === 'm' ? 1e-3 : UNITS[unit]);
}
