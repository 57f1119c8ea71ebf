import { KubeClient, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { until } from '../e2e/support';

/** What it took to make something, in milliseconds. */
export interface Cost {
  /** From the first request until all is there. */
  passed: number;
  /** Processor time of the API server. */
  server: number;
}

/** Makes the things from one number to another, all there when it resolves. */
export interface Runner {
  name: string;
  make(from: number, to: number): Promise<void>;
  /** How many of all that were made are ready, with nothing left to do for them. */
  ready(): Promise<number>;
}

/** Of how many turns a race is. */
const ROUNDS = 4;
const PATIENCE_MS = 900_000;

/**
 * Runners take turns with a part each, so that all meet the same machine,
 * however busy; each begins when what the one before made is ready.
 *
 * @param count - things in all
 * @returns the cost of each runner
 */
export async function race(
  client: KubeClient,
  runners: readonly Runner[],
  count: number,
): Promise<Cost[]> {
  const costs = runners.map(() => ({ passed: 0, server: 0 }));
  const part = Math.ceil(count / ROUNDS);
  for (let from = 0; from < count; from += part) {
    const to = Math.min(from + part, count);
    for (const [index, { name, make, ready }] of runners.entries()) {
      const server = await serverTime(client);
      const startedAt = Date.now();
      await make(from, to);
      costs[index].passed += Date.now() - startedAt;
      costs[index].server += (await serverTime(client)) - server;
      await until(
        `${to} of the ${name} are ready`,
        ready,
        made => made === to,
        PATIENCE_MS,
      );
    }
  }
  return costs;
}

/** Processor time that the API server has taken since it started, in milliseconds. */
async function serverTime(client: KubeClient): Promise<number> {
  const { text } = await client.raw('GET', '/metrics');
  const seconds = /^process_cpu_seconds_total (\S+)$/m.exec(text)?.[1];
  return 1000 * Number(seconds);
}

/**
 * Resolves when the namespace has so many StatefulSets, each set's last child.
 */
export function whenComplete(
  client: KubeClient,
  namespace: string,
  count: number,
  signal: AbortSignal,
): Promise<void> {
  const seen = new Set<string>();
  return new Promise(resolve => {
    const note = (objects: KubeObject[]) => {
      for (const { metadata } of objects) seen.add(metadata.name);
      if (seen.size >= count) resolve();
    };
    client.watch<KubeObject>(
      RESOURCES.statefulSets,
      { namespace },
      { onSync: note, onChange: (_, object) => note([object]) },
      { signal },
    );
  });
}
