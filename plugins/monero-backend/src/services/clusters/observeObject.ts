import type { MoneroKind } from '@monero-portal/plugin-monero-common';
import { observeNodeSet } from './observed';
import { observeMiningSet } from './observedMining';
import { observeNetwork } from './observedNetwork';
import type { ObservedObject } from './observedObject';

const OBSERVE: Record<
  MoneroKind,
  (raw: unknown) => ObservedObject | undefined
> = {
  MoneroNodeSet: observeNodeSet,
  MoneroNetwork: observeNetwork,
  MoneroMiningNodeSet: observeMiningSet,
};

/** @returns undefined for an object that does not look like one of that kind */
export function observeObject(
  kind: MoneroKind,
  raw: unknown,
): ObservedObject | undefined {
  return OBSERVE[kind](raw);
}
