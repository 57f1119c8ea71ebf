import { KubeObject } from '@monero-portal/kube-client';
import { Gauge, Registry } from 'prom-client';
import { StoreReader } from '../machinery/Store';
import { CONDITION } from './conditions';
import { readConditions } from './readConditions';

/** Objects of one kind whose conditions are told. */
export interface ToldObjects {
  /** Such as MoneroNodeSet. */
  kind: string;
  store: Pick<StoreReader<KubeObject>, 'list'>;
}

/** Types that are told: what else somebody writes into a status makes no series. */
const TYPES: ReadonlySet<string> = new Set(Object.values(CONDITION));

const STATUSES: ReadonlySet<string> = new Set(['True', 'False', 'Unknown']);

/**
 * Registers `monero_operator_object_condition`: for each condition of an object
 * one series, of the status that it has, which is 1. Those who write 0 for the
 * other two statuses as well have three times as many; what asks for `== 1`
 * means the same.
 *
 * They are read from the operator's own memory of the objects when metrics are
 * asked for: what is gone has no series any more.
 *
 * @param leads - whether this operator leads. Only then it tells anything:
 *   several would tell the same
 */
export function tellConditions(
  registry: Registry,
  leads: () => boolean,
  told: readonly ToldObjects[],
): void {
  const gauge: Gauge = new Gauge({
    name: 'monero_operator_object_condition',
    help: 'Conditions of the custom resources that the operator looks after, each with the status that it has; told by the operator that leads',
    labelNames: ['kind', 'namespace', 'name', 'type', 'status'],
    registers: [registry],
    collect() {
      gauge.reset();
      if (!leads()) return;
      for (const { kind, store } of told) {
        for (const object of store.list()) tell(gauge, kind, object);
      }
    },
  });
}

function tell(gauge: Gauge, kind: string, object: KubeObject): void {
  const { namespace = '', name } = object.metadata;
  const { conditions } = (object.status ?? {}) as { conditions?: unknown };
  for (const { type, status } of readConditions(conditions)) {
    if (!TYPES.has(type) || !STATUSES.has(status)) continue;
    gauge.set({ kind, namespace, name, type, status }, 1);
  }
}
