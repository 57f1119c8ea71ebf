import { findProcesses, runInside } from '@monero-portal/dev-cluster';
import { KubeClient, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { ANONYMITY_PORTS } from '../../src/anonymity/ports';

/** What a pod's containers have opened since the counters were set up. */
export interface Egress {
  /** monerod to tor's SOCKS port, in the same pod. */
  toTor: number;
  /** monerod to i2pd's SOCKS port, in the same pod. */
  toI2p: number;
  /** monerod to a name server, on whatever machine. */
  dns: number;
  /** monerod to anything else outside the pod. */
  clear: number;
  /** tor or i2pd to a name server. */
  sidecarDns: number;
  /** tor or i2pd to anything else outside the pod. */
  sidecar: number;
  /** Whoever else, out of the pod. */
  other: number;
}

/** monerod and the exporter, which opens connections inside the pod alone. */
const MONEROD_USER = '65532';
const SIDECAR_USER = '65533';
const CHAIN = 'egress';
const PROGRAMS = ['iptables', 'ip6tables'];
/** Pods, Services and machines of the development cluster. */
const CLUSTER = '10.0.0.0/8';

/** The first rule that fits counts. */
const RULES: readonly (readonly [keyof Egress | 'inside', ...string[]])[] = [
  socks('toTor', ANONYMITY_PORTS.torSocks),
  socks('toI2p', ANONYMITY_PORTS.i2pSocks),
  ...dns('dns', MONEROD_USER),
  ['inside', '--out-interface', 'lo'],
  ['clear', '--match', 'owner', '--uid-owner', MONEROD_USER],
  ...dns('sidecarDns', SIDECAR_USER),
  ['sidecar', '--match', 'owner', '--uid-owner', SIDECAR_USER],
  ['other'],
];

function socks(name: 'toTor' | 'toI2p', port: number) {
  return [
    name,
    ...['--out-interface', 'lo', '--protocol', 'tcp', '--dport', String(port)],
    ...['--match', 'owner', '--uid-owner', MONEROD_USER],
  ] as const;
}

function dns(name: 'dns' | 'sidecarDns', user: string) {
  return ['udp', 'tcp'].map(
    protocol =>
      [
        name,
        ...['--protocol', protocol, '--dport', '53'],
        ...['--match', 'owner', '--uid-owner', user],
      ] as const,
  );
}

interface PodWithContainers extends KubeObject {
  status?: Record<
    'containerStatuses' | 'initContainerStatuses',
    { name: string; containerID?: string }[] | undefined
  >;
}

/** What programs call themselves beside their name: i2pd does once it has started. */
const OTHER_NAMES: Readonly<Record<string, string>> = { i2pd: 'i2pd-daemon' };

/** The process that a container of a pod runs, as the machine numbers it. */
export async function processOf(
  client: KubeClient,
  { namespace, pod }: { namespace: string; pod: string },
  container: string,
  program = container,
): Promise<number> {
  const { status } = await client.get<PodWithContainers>(
    RESOURCES.pods,
    namespace,
    pod,
  );
  const id = [
    ...(status?.containerStatuses ?? []),
    ...(status?.initContainerStatuses ?? []),
  ]
    .find(each => each.name === container)
    ?.containerID?.split('//')[1];
  const [found] = id
    ? await findProcesses(
        each =>
          [program, OTHER_NAMES[program]].includes(each.name) &&
          each.cgroups.includes(id),
      )
    : [];
  if (!found) throw new Error(`${container} of pod ${pod} does not run`);
  return found.pid;
}

/**
 * From now on a pod is told at once that nothing outside the cluster is there,
 * where it would wait for each answer: the development cluster has no way out.
 * @param pid - a process of the pod
 */
export async function refuseStrangers(pid: number): Promise<void> {
  for (const match of [
    ['tcp', '--jump', 'REJECT', '--reject-with', 'tcp-reset'],
    ['udp', '--jump', 'REJECT'],
  ]) {
    await runInside(pid, 'net', [
      ...['iptables', '--wait', '--append', 'OUTPUT', '!', '-o', 'lo'],
      ...['!', '--destination', CLUSTER, '--protocol', ...match],
    ]);
  }
}

/**
 * From now on a pod is told at once that nothing is at an address, and loses
 * the connections that it has there.
 * @param pid - a process of the pod
 */
export async function refuse(pid: number, address: string): Promise<void> {
  await runInside(pid, 'net', [
    ...['iptables', '--wait', '--append', 'OUTPUT', '--protocol', 'tcp'],
    ...['--destination', address],
    ...['--jump', 'REJECT', '--reject-with', 'tcp-reset'],
  ]);
}

/**
 * Counters of the kernel in the network namespace of a pod, which outlives its
 * containers. They count first packets: later ones of a connection that has
 * ended belong to no user any more.
 */
export class EgressCounters {
  private constructor(private readonly pid: number) {}

  /** @param pid - a process of the pod, which must not end while it is counted */
  static async setUp(pid: number): Promise<EgressCounters> {
    const counters = new EgressCounters(pid);
    // A connection that is older than the counters begins with no later packet.
    await counters.run(
      'sysctl',
      '-w',
      'net.netfilter.nf_conntrack_tcp_loose=0',
    );
    for (const program of PROGRAMS) {
      await counters.iptables(program, '--new-chain', CHAIN);
      for (const [name, ...match] of RULES) {
        await counters.iptables(
          program,
          ...['--append', CHAIN, ...match],
          ...['--match', 'comment', '--comment', name, '--jump', 'RETURN'],
        );
      }
      await counters.iptables(
        program,
        ...['--insert', 'OUTPUT'],
        ...['--match', 'conntrack', '--ctstate', 'NEW', '--jump', CHAIN],
      );
    }
    return counters;
  }

  /** IPv4 and IPv6 together. */
  async read(): Promise<Egress> {
    const counts: Egress & { inside: number } = {
      ...{ toTor: 0, toI2p: 0, dns: 0, clear: 0, inside: 0 },
      ...{ sidecarDns: 0, sidecar: 0, other: 0 },
    };
    for (const program of PROGRAMS) {
      const table = await this.iptables(
        program,
        ...['--list', CHAIN, '--numeric', '--verbose', '--exact'],
      );
      for (const [, packets, name] of table.matchAll(
        /^ *(\d+) .*\/\* (\w+) \*\//gm,
      )) {
        counts[name as keyof typeof counts] += Number(packets);
      }
    }
    const { inside, ...egress } = counts;
    return egress;
  }

  private iptables(program: string, ...args: string[]): Promise<string> {
    return this.run(program, '--wait', ...args);
  }

  private run(program: string, ...args: string[]): Promise<string> {
    return runInside(this.pid, 'net', [program, ...args]);
  }
}
