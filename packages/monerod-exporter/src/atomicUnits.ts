const ATOMIC_UNITS_PER_MONERO = 1e12;

/** An amount as a metric: whole monero, as exact as a double can be. */
export const inMonero = (atomicUnits: bigint): number =>
  Number(atomicUnits) / ATOMIC_UNITS_PER_MONERO;
