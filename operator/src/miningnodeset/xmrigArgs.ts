import { daemonAddress } from './daemon';
import { MiningNodeSet } from './spec';

/** Port of xmrig's API, on loopback: the exporter in the pod is its only reader. */
export const API_PORT = 18088;

/**
 * xmrig's command line: what the operator decides, then what the user wrote,
 * in their order. `$(id)` and other variables are for Kubernetes to fill in.
 */
export function xmrigArgs(set: MiningNodeSet): string[] {
  const { spec } = set;
  return [
    '--no-color',
    '--http-host=127.0.0.1',
    `--http-port=${API_PORT}`,
    // Registers of the CPU are out of reach for restricted pods.
    '--randomx-wrmsr=-1',
    ...(spec.hugePages ? [] : ['--no-huge-pages']),
    ...soloArgs(set),
    ...(spec.daemonRef ? spec.xmrig.args : withUser(spec)),
  ];
}

function soloArgs(set: MiningNodeSet): string[] {
  const address = daemonAddress(set);
  return address && set.spec.wallet
    ? [
        `--url=${address}`,
        '--daemon',
        '--coin=monero',
        `--user=${set.spec.wallet}`,
      ]
    : [];
}

/** A user name belongs to the pool before it: the wallet follows each. */
function withUser({ xmrig, wallet }: MiningNodeSet['spec']): string[] {
  if (!wallet) return [...xmrig.args];
  return xmrig.args.flatMap((arg, index) => {
    const before = xmrig.args[index - 1];
    const isPool =
      before === '-o' ||
      before === '--url' ||
      arg.startsWith('--url=') ||
      /^-o./.test(arg);
    return isPool ? [arg, `--user=${wallet}`] : [arg];
  });
}

/** xmrig's own, where a URL has no port. */
const DEFAULT_PORT = 3333;

/**
 * TCP ports that miners connect to outside: those of the pools, of a proxy and
 * of a daemon to select blocks from.
 */
export function remotePorts(args: readonly string[]): number[] {
  const urls = args.flatMap((arg, index) => {
    const [, glued] =
      /^(?:--(?:url|proxy|self-select)=|-[ox])(.+)$/.exec(arg) ?? [];
    if (glued) return [glued];
    return ['-o', '--url', '-x', '--proxy', '--self-select'].includes(arg)
      ? [args[index + 1] ?? '']
      : [];
  });
  return urls.map(url =>
    Number(/:(\d{1,5})\/?$/.exec(url)?.[1] ?? DEFAULT_PORT),
  );
}
