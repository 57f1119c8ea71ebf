import { setTimeout as delay } from 'node:timers/promises';
import { DevClusterError } from '../errors';
import type { ApiClient } from './apiClient';

const POLL_MS = 100;
const TIMEOUT_MS = 120_000;

interface NodeList {
  items: {
    metadata: { name: string };
    spec: { taints?: { key: string; effect: string }[] };
    status: {
      conditions?: {
        type: string;
        status: string;
        message?: string;
        lastHeartbeatTime?: string;
      }[];
    };
  }[];
}

/**
 * Why pods cannot run on this node yet, or undefined when they can. What a node
 * said before `since` does not count: it is from an earlier run.
 */
export function whyNotReady(
  list: NodeList,
  name: string,
  since: Date,
): string | undefined {
  const node = list.items.find(item => item.metadata.name === name);
  if (!node) return 'has not registered';
  const ready = node.status.conditions?.find(({ type }) => type === 'Ready');
  const heartbeat = Date.parse(ready?.lastHeartbeatTime ?? '');
  // Kubernetes' times are whole seconds.
  if (!(heartbeat >= Math.floor(since.getTime() / 1000) * 1000)) {
    return 'has not reported yet';
  }
  if (ready?.status !== 'True') return ready?.message ?? 'is not Ready';
  const taint = node.spec.taints?.find(({ key }) =>
    key.startsWith('node.kubernetes.io/'),
  );
  return taint && `is still tainted ${taint.key}`;
}

/**
 * Waits until each node is Ready and accepts pods.
 * @throws DevClusterError `StartFailed` naming the node and the reason.
 */
export async function waitForNodes(
  api: ApiClient,
  names: readonly string[],
  since: Date,
  options: { signal: AbortSignal; onReady: (ready: number) => void },
): Promise<void> {
  const { signal, onReady } = options;
  const deadline = Date.now() + TIMEOUT_MS;
  let before = 0;
  for (;;) {
    const list = await api
      .get('/api/v1/nodes', signal)
      .then(text => JSON.parse(text) as NodeList)
      .catch(() => ({ items: [] })); // restarting, for one: ask again
    const waiting = names
      .map(name => ({ name, why: whyNotReady(list, name, since) }))
      .filter(({ why }) => why !== undefined);
    if (waiting.length === 0) return;
    const ready = names.length - waiting.length;
    if (ready !== before) onReady(ready);
    before = ready;
    if (signal.aborted) throw new DevClusterError('Aborted', 'Start stopped');
    if (Date.now() > deadline) {
      const [{ name, why }] = waiting;
      throw new DevClusterError(
        'StartFailed',
        `${name} ${why} after ${
          TIMEOUT_MS / 1000
        } s; see logs/kubelet-${name}.log in the data folder.`,
      );
    }
    await delay(POLL_MS, undefined, { signal }).catch(() => {});
  }
}
