import { KubeClient, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { missingEntries } from '../../src/anonymity/identities';
import { Bench, kubectl, until } from '../support';
import { PrivateNetwork } from '@monero-portal/dev-cluster';

const MONEROD = 'docker.io/monero-portal/monerod:0.18.4.0';
const WALLET_PORT = 18088;
const FULL_RPC = 'http://127.0.0.1:18081';
const BLOCKS_A_CALL = 25;

/** What get_connections says of a peer, as far as it matters here. */
export interface PeerFacts {
  address: string;
  incoming: boolean;
}

/** Runs JavaScript in the exporter beside a node, and reads the JSON that it prints. */
export async function inPod<T>(
  namespace: string,
  pod: string,
  script: string,
): Promise<T> {
  const program = `(async () => { ${script} })().then(r => console.log(JSON.stringify(r)), e => { console.error(e); process.exit(1); })`;
  const text = await kubectl(
    ...['exec', '-n', namespace, pod, '-c', 'exporter', '--'],
    ...['node', '-e', program],
  );
  return JSON.parse(text) as T;
}

const post = (url: string, body: unknown) =>
  `return (await (await fetch('${url}', { method: 'POST', body: JSON.stringify(${JSON.stringify(
    body,
  )}) })).json());`;

/** One JSON-RPC call of a node's full RPC, which only its pod reaches. */
async function daemonCall<T>(
  namespace: string,
  pod: string,
  method: string,
  params: object = {},
): Promise<T> {
  const body = { jsonrpc: '2.0', id: '0', method, params };
  const answer = await inPod<{ result?: T; error?: unknown }>(
    namespace,
    pod,
    post(`${FULL_RPC}/json_rpc`, body),
  );
  if (!answer.result) throw new Error(JSON.stringify(answer.error));
  return answer.result;
}

/** Hosts and ports of a node's outgoing peers on a network, such as `.onion`. */
export async function outgoingPeers(
  namespace: string,
  pod: string,
  suffix: RegExp,
): Promise<string[]> {
  const { connections = [] } = await daemonCall<{ connections?: PeerFacts[] }>(
    namespace,
    pod,
    'get_connections',
  );
  return connections
    .filter(({ address, incoming }) => !incoming && suffix.test(address))
    .map(({ address }) => address)
    .sort();
}

/** Mines blocks that pay an address. */
export async function mineTo(
  namespace: string,
  pod: string,
  wallet_address: string,
  blocks: number,
): Promise<void> {
  for (let left = blocks; left > 0; left -= BLOCKS_A_CALL) {
    await daemonCall(namespace, pod, 'generateblocks', {
      amount_of_blocks: Math.min(left, BLOCKS_A_CALL),
      wallet_address,
    });
  }
}

/** Whether a node has a transaction in its pool. */
export async function inPool(
  namespace: string,
  pod: string,
  hash: string,
): Promise<boolean> {
  const { transactions = [] } = await inPod<{
    transactions?: { id_hash: string }[];
  }>(namespace, pod, post(`${FULL_RPC}/get_transaction_pool`, {}));
  return transactions.some(({ id_hash }) => id_hash === hash);
}

/**
 * GET over a SOCKS proxy, asked from inside a pod, with a circuit of its own.
 * @returns the body of the answer
 */
export function getThrough(
  from: { namespace: string; pod: string },
  proxy: PrivateNetwork,
  host: string,
  port: number,
  path: string,
): Promise<string> {
  const user = `u${Date.now()}`;
  return inPod<string>(
    from.namespace,
    from.pod,
    `const net = require('node:net');
     const s = net.connect(${proxy.socksPort}, '${proxy.address}');
     s.setTimeout(15000, () => s.destroy(new Error('silent')));
     const read = () => new Promise((ok, no) => { s.once('data', ok); s.once('error', no); s.once('close', () => no(new Error('closed'))); });
     const text = t => Buffer.concat([Buffer.from([t.length]), Buffer.from(t)]);
     s.write(Buffer.from([5, 1, 2])); await read();
     s.write(Buffer.concat([Buffer.from([1]), text('${user}'), text('p')])); await read();
     s.write(Buffer.concat([Buffer.from([5, 1, 0, 3]), text('${host}'), Buffer.from([${
      port >> 8
    }, ${port & 255}])]));
     const answer = await read();
     if (answer[1] !== 0) throw new Error('SOCKS says ' + answer[1]);
     s.write('GET ${path} HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n');
     const body = String(await read());
     s.destroy();
     return body;`,
  );
}

/** A Secret with keys made elsewhere, as a person would bring them. */
export async function bringKeys(
  client: KubeClient,
  namespace: string,
  name: string,
  data: Readonly<Record<string, string>>,
): Promise<void> {
  await client.create(RESOURCES.secrets, {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace },
    data,
  });
}

/** Keys of pods, reproducible by nobody. */
export const newKeys = missingEntries;

/** The real monero-wallet-rpc in a pod, which reaches its daemon by a SOCKS proxy. */
export class Wallet {
  private constructor(
    private readonly from: { namespace: string; pod: string },
    private readonly url: string,
  ) {}

  static async start(
    bench: Bench,
    from: { namespace: string; pod: string },
    proxy: PrivateNetwork,
    daemon: string,
  ): Promise<Wallet> {
    const { client, namespace } = bench;
    await client.create(RESOURCES.pods, walletPod(namespace, proxy, daemon));
    const pod = await until(
      'the wallet runs',
      () => client.get(RESOURCES.pods, namespace, 'wallet'),
      each => (each.status as { phase?: string })?.phase === 'Running',
    );
    const { podIP } = pod.status as { podIP: string };
    const wallet = new Wallet(from, `http://${podIP}:${WALLET_PORT}/json_rpc`);
    await until(
      'the wallet answers',
      () => wallet.call('get_version'),
      () => true,
    );
    await wallet.call('create_wallet', {
      filename: 'w',
      password: '',
      language: 'English',
    });
    // It would hang on a daemon that is gone, and answer nothing meanwhile.
    await wallet.call('auto_refresh', { enable: false });
    return wallet;
  }

  async call<T>(method: string, params: object = {}): Promise<T> {
    const body = { jsonrpc: '2.0', id: '0', method, params };
    const answer = await inPod<{ result?: T; error?: unknown }>(
      this.from.namespace,
      this.from.pod,
      post(this.url, body),
    );
    if (!answer.result) throw new Error(JSON.stringify(answer));
    return answer.result;
  }

  async address(): Promise<string> {
    const { address } = await this.call<{ address: string }>('get_address');
    return address;
  }

  /** Sends something to itself. @returns hash of the transaction */
  async pay(): Promise<string> {
    await this.call('refresh');
    const destination = { amount: 1_000_000, address: await this.address() };
    const { tx_hash } = await this.call<{ tx_hash: string }>('transfer', {
      destinations: [destination],
    });
    return tx_hash;
  }

  /**
   * The same by another daemon, which the wallet keeps.
   * @param address - host and port, as the wallet's proxy reaches it
   */
  async payThrough(address: string): Promise<string> {
    await this.call('set_daemon', {
      address,
      trusted: true,
      ssl_support: 'disabled',
    });
    return this.pay();
  }
}

function walletPod(
  namespace: string,
  proxy: PrivateNetwork,
  daemon: string,
): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'wallet', namespace },
    spec: {
      terminationGracePeriodSeconds: 1,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 65532,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: [
        {
          name: 'wallet',
          image: MONEROD,
          command: ['monero-wallet-rpc'],
          args: [
            '--wallet-dir=/tmp',
            '--log-file=/tmp/log',
            '--rpc-bind-ip=0.0.0.0',
            `--rpc-bind-port=${WALLET_PORT}`,
            '--confirm-external-bind',
            '--disable-rpc-login',
            '--rpc-ssl=disabled',
            '--daemon-ssl=disabled',
            // Else it refuses a proxy to any daemon without an onion address.
            '--daemon-ssl-allow-any-cert',
            `--daemon-address=${daemon}`,
            `--proxy=${proxy.address}:${proxy.socksPort}`,
            '--trusted-daemon',
            '--allow-mismatched-daemon-version',
          ],
          env: [{ name: 'HOME', value: '/tmp' }],
          securityContext: {
            allowPrivilegeEscalation: false,
            capabilities: { drop: ['ALL'] },
          },
        },
      ],
    },
  };
}
