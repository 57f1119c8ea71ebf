import { KubeClient } from '@monero-portal/kube-client';
import { MoneroNodeSet } from '@monero-portal/monero-api';
import { ContainerStatus, Pod } from '../../src/machinery/kubeTypes';
import { Bench, until } from '../support';
import { EgressCounters, processOf, refuseStrangers } from './EgressCounters';

type Spec = MoneroNodeSet['spec'];

/** Longest wait for a pod, a peer or a packet, in milliseconds. */
export const TIMEOUT_MS = 180_000;

/** So many tries of monerod through tor are its seed nodes, beside the peers that we named. */
export const SEEDS_TRIED = 12;

/** A small node of mainnet, where monerod asks name servers and calls seed nodes that it knows. */
export const MAINNET: Spec = {
  network: 'mainnet',
  diskSize: '1Gi',
  monerod: {
    resources: {
      requests: { cpu: '10m', memory: '64Mi' },
      limits: { memory: '1Gi' },
    },
  },
};

/** How a container of a pod is, sidecars among them. */
export function containerOf(
  { status }: Pod,
  container: string,
): ContainerStatus | undefined {
  return [
    ...(status?.containerStatuses ?? []),
    ...(status?.initContainerStatuses ?? []),
  ].find(({ name }) => name === container);
}

/** Waits until a container of a set's only pod runs, after so many restarts. */
function runs(bench: Bench, set: string, container: string, restarts: number) {
  return until(
    `${container} of ${set} runs, restarted ${restarts} times`,
    () => bench.pods(set),
    ([pod]) => {
      const { restartCount = 0, state } =
        (pod && containerOf(pod, container)) ?? {};
      return restartCount >= restarts && state?.running !== undefined;
    },
    TIMEOUT_MS,
  );
}

/**
 * Counts what a set's only pod opens, from the first packet on of programs that
 * are started anew for that.
 * @param containers - those of the programs
 * @param holder - a container that runs on meanwhile, and its program
 */
export async function countFromStart(
  client: KubeClient,
  bench: Bench,
  set: string,
  containers: readonly string[] = ['monerod'],
  [holder, program] = ['exporter', 'node'],
): Promise<EgressCounters> {
  const at = { namespace: bench.namespace, pod: `${set}-0` };
  for (const container of [holder, ...containers]) {
    await runs(bench, set, container, 0);
  }
  const pid = await processOf(client, at, holder, program);
  const counters = await EgressCounters.setUp(pid);
  await refuseStrangers(pid);
  for (const container of containers) {
    process.kill(await processOf(client, at, container), 'SIGKILL');
    await runs(bench, set, container, 1);
  }
  return counters;
}
