/** A text is no quantity of Kubernetes. */
export class QuantityError extends Error {
  readonly name = 'QuantityError';

  constructor(readonly value: string) {
    super(
      `'${value}' is no quantity: write a number and, without a space, a unit, such as 500m, 2 or 400Gi.`,
    );
  }
}

const NANO = 1_000_000_000n;

/** Units in billionths, so that the smallest one is whole. */
const UNITS: Readonly<Record<string, bigint>> = {
  n: 1n,
  u: 1_000n,
  m: 1_000_000n,
  '': NANO,
  k: NANO * 10n ** 3n,
  M: NANO * 10n ** 6n,
  G: NANO * 10n ** 9n,
  T: NANO * 10n ** 12n,
  P: NANO * 10n ** 15n,
  E: NANO * 10n ** 18n,
  Ki: NANO * 2n ** 10n,
  Mi: NANO * 2n ** 20n,
  Gi: NANO * 2n ** 30n,
  Ti: NANO * 2n ** 40n,
  Pi: NANO * 2n ** 50n,
  Ei: NANO * 2n ** 60n,
};

const PATTERN =
  /^([+-]?)(\d*)(?:\.(\d*))?(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/;

const BEGINS_WITH_NUMBER = /^[+-]?\.?\d/;

/** Longest text that is read at all; Kubernetes' own are far shorter. */
const MAX_LENGTH = 64;

/** Largest exponent that is worked out: beyond it every number is over Kubernetes' bound anyway. */
const MAX_EXPONENT = 40;

/** Kubernetes caps quantities at 2^63 - 1. */
const CAP = (2n ** 63n - 1n) * NANO;

/**
 * Reads a quantity as Kubernetes does, such as `400Gi`, `1.5T` or `2e9`.
 *
 * @returns whole units (bytes, for sizes), rounded up as Kubernetes rounds
 * @throws QuantityError
 */
export function parseQuantity(text: string): bigint {
  if (!isQuantity(text)) throw new QuantityError(text);
  const nanos = parseKubernetesQuantity(text);
  const whole = nanos / NANO;
  return nanos > 0n && nanos % NANO !== 0n ? whole + 1n : whole;
}

/**
 * Reads exactly what Kubernetes takes for a quantity, even where it holds no number at all: `Gi` is 0 to it.
 *
 * @returns billionths of a unit
 * @throws QuantityError
 */
export function parseKubernetesQuantity(text: string): bigint {
  const match = isKubernetesQuantity(text) ? PATTERN.exec(text) : null;
  if (!match) throw new QuantityError(text);
  const [, sign, whole, fraction = '', exponent, unit = ''] = match;
  const digits = BigInt(`${whole}${fraction}` || '0');
  const power = Number(exponent?.slice(1) ?? 0) - fraction.length;
  const size = scale(digits * (exponent ? NANO : UNITS[unit]), power);
  const capped = size > CAP ? CAP : size;
  return sign === '-' ? -capped : capped;
}

/** Multiplies by a power of ten; what lies below a billionth is rounded up. */
function scale(value: bigint, power: number): bigint {
  if (value === 0n) return 0n;
  if (power >= 0) {
    return value * 10n ** BigInt(Math.min(power, MAX_EXPONENT));
  }
  const divisor = 10n ** BigInt(Math.min(-power, 2 * MAX_LENGTH));
  return (value + divisor - 1n) / divisor;
}

/** Whether a text is a quantity to people and to Kubernetes. */
export function isQuantity(text: string): boolean {
  return BEGINS_WITH_NUMBER.test(text) && isKubernetesQuantity(text);
}

/** Whether Kubernetes takes a text for a quantity; it asks for no number. */
export function isKubernetesQuantity(text: string): boolean {
  return text !== '' && text.length <= MAX_LENGTH && PATTERN.test(text);
}

const STEPS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'] as const;

/**
 * A size for people: `400 GiB`, `1.5 GiB`, `512 B`. One decimal below 10, none above.
 *
 * @param bytes - not negative
 */
export function formatBytes(bytes: bigint | number): string {
  let size = Number(bytes);
  let step = 0;
  // 1023.5 and more would read "1024".
  while (size >= 1023.5 && step < STEPS.length - 1) {
    size /= 1024;
    step += 1;
  }
  const rounded = size < 9.95 ? Math.round(size * 10) / 10 : Math.round(size);
  return `${rounded} ${STEPS[step]}`;
}
