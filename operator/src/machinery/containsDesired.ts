import { isQuantity, parseQuantity } from '@monero-portal/monero-api';

/** Fields whose values the API server rewrites: 1024Mi becomes 1Gi. */
const QUANTITY_PARENTS = new Set(['requests', 'limits', 'capacity']);

/**
 * Whether everything desired is in what was observed. What the API server or
 * others added does not matter; lists must have the same length and order.
 */
export function containsDesired(
  desired: unknown,
  observed: unknown,
  parent = '',
): boolean {
  if (desired === undefined || desired === null) return true;
  if (isEmpty(desired) && isEmpty(observed)) return true;
  if (Array.isArray(desired)) {
    return (
      Array.isArray(observed) &&
      observed.length === desired.length &&
      desired.every((each, i) => containsDesired(each, observed[i], parent))
    );
  }
  if (isRecord(desired)) {
    return (
      isRecord(observed) &&
      Object.entries(desired).every(([key, value]) =>
        QUANTITY_PARENTS.has(parent)
          ? sameQuantity(value, observed[key])
          : containsDesired(value, observed[key], key),
      )
    );
  }
  return desired === observed;
}

function sameQuantity(a: unknown, b: unknown): boolean {
  const [left, right] = [String(a), String(b)];
  if (left === right) return true;
  return milli(left) !== undefined && milli(left) === milli(right);
}

/** A quantity in thousandths, or undefined when it is none. */
function milli(text: string): bigint | undefined {
  const thousandths = /^(\d+)m$/.exec(text);
  if (thousandths) return BigInt(thousandths[1]);
  const decimal = /^(\d*)\.(\d{1,3})$/.exec(text);
  if (decimal) {
    return BigInt(`${decimal[1]}${decimal[2].padEnd(3, '0')}`);
  }
  return isQuantity(text) ? parseQuantity(text) * 1000n : undefined;
}

/** The API server leaves these out. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.keys(value).length === 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
