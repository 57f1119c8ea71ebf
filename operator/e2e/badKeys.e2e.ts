import { KubeClient, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { Condition, NODE_SET } from '@monero-portal/monero-api';
import vectors from '../src/anonymity/__fixtures__/identities.json';
import { NODE_SET_RESOURCE } from '../src/nodeset/controller';
import {
  ControlPlane,
  controlPlane,
  createNamespace,
} from './faults/ControlPlane';
import { bundle, OperatorProcess } from './faults/OperatorProcess';
import { until } from './support';

type Network = 'tor' | 'i2p';
type Files = Readonly<Record<string, Uint8Array | string>>;

const [onion, otherOnion] = vectors.onions;
const [garlic, otherGarlic] = vectors.garlics;
const bytes = (base64: string) => Buffer.from(base64, 'base64');
const secretKey = bytes(onion.secretKey);
const SEED = new Uint8Array(32).fill(7);

/** One key file each that is wrong in one way, and what a person is told. */
const ROWS: [string, Network, Files, RegExp][] = [
  [
    'swapped files of tor',
    'tor',
    { hs_ed25519_secret_key: bytes(onion.publicKey) },
    /hs_ed25519_secret_key is a public key: .* are swapped/,
  ],
  [
    'a seed instead of the expanded key',
    'tor',
    {
      hs_ed25519_secret_key: Buffer.concat([
        secretKey.subarray(0, 32),
        SEED,
        SEED,
      ]),
    },
    /holds a seed where tor wants the expanded key/,
  ],
  [
    'a seed alone',
    'tor',
    { hs_ed25519_secret_key: SEED },
    /has 32 bytes.*this is a seed or a bare key/,
  ],
  [
    'a key of a wrong length',
    'tor',
    { hs_ed25519_secret_key: Buffer.concat([secretKey, Buffer.from('\n')]) },
    /has 97 bytes/,
  ],
  [
    'an onion address of another key',
    'tor',
    { hs_ed25519_secret_key: secretKey, hostname: otherOnion.hostname },
    new RegExp(`hostname says ${otherOnion.hostname.trim()}, but the key`),
  ],
  [
    'the destination of I2P without its secret keys',
    'i2p',
    { dat: bytes(garlic.file).subarray(0, 391) },
    /without its secret keys/,
  ],
  [
    'a key file of I2P of a wrong length',
    'i2p',
    { dat: bytes(garlic.file).subarray(0, 678) },
    /678/,
  ],
  [
    'an I2P address of another key',
    'i2p',
    { dat: bytes(garlic.file), b32: `${otherGarlic.address}\n` },
    /b32 says/,
  ],
];

describe('keys for Tor and I2P that a person brings', () => {
  let plane: ControlPlane;
  let client: KubeClient;
  let namespace: string;
  let operator: OperatorProcess;
  let count = 0;

  beforeAll(async () => {
    plane = await controlPlane();
    ({ client } = plane);
    ({ namespace } = await createNamespace(
      client,
      `keys-${Date.now().toString(36)}`,
    ));
    operator = await OperatorProcess.start({
      file: await bundle(),
      kubeconfig: plane.kubeconfig,
      leaseNamespace: 'default',
      options: [`--namespace=${namespace}`],
    });
  });

  afterAll(async () => {
    await operator?.stop();
    await client?.delete(RESOURCES.namespaces, undefined, namespace);
    await plane?.release();
  });

  function apply(name: string, spec: Record<string, unknown>) {
    return client.apply<KubeObject>(
      NODE_SET_RESOURCE,
      {
        apiVersion: NODE_SET.apiVersion,
        kind: NODE_SET.kind,
        metadata: { name, namespace },
        spec: { network: 'regtest', ...spec },
      },
      { fieldManager: 'operator-e2e' },
    );
  }

  async function stalled(name: string): Promise<Condition | undefined> {
    const set = await client.get<KubeObject>(
      NODE_SET_RESOURCE,
      namespace,
      name,
    );
    const { conditions = [] } = (set.status ?? {}) as {
      conditions?: Condition[];
    };
    return conditions.find(({ type }) => type === 'Stalled');
  }

  /** What a person is told of a set that is refused, and what was made of it. */
  async function refusalOf(name: string) {
    const condition = await until(
      `${name} is stalled`,
      () => stalled(name),
      each => each?.status === 'True',
    );
    const { items } = await until(
      'an event',
      () =>
        client.list<KubeObject & { note?: string }>(RESOURCES.events, {
          namespace,
          fieldSelector: `regarding.name=${name},reason=IdentityInvalid`,
        }),
      found => found.items.length > 0,
    );
    const made = await client.list<KubeObject>(RESOURCES.statefulSets, {
      namespace,
    });
    return {
      reason: condition?.reason,
      message: condition?.message ?? '',
      events: items.map(({ note }) => note),
      made: made.items.map(({ metadata }) => metadata.name),
    };
  }

  const refused = (message: RegExp) => ({
    reason: 'IdentityInvalid',
    message: expect.stringMatching(message),
    made: [],
  });

  it.each(ROWS)(
    '%s: a condition and an event say so, and no pod is made',
    async (_what, network, files, message) => {
      count += 1;
      const name = `bad-${count}`;
      await client.create(RESOURCES.secrets, {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name, namespace },
        data: Object.fromEntries(
          Object.entries(files).map(([file, content]) => [
            `${name}-0.${file}`,
            Buffer.from(content).toString('base64'),
          ]),
        ),
      });
      await apply(name, {
        [network]: { enabled: true, secretRef: { name } },
      });
      const refusal = await refusalOf(name);
      expect(refusal).toMatchObject(refused(message));
      expect(refusal.events).toEqual([refusal.message]);
    },
  );

  it('a Secret that is not there: the same', async () => {
    await apply('nowhere', {
      tor: { enabled: true, secretRef: { name: 'lost' } },
    });
    expect(await refusalOf('nowhere')).toMatchObject(
      refused(/the Secret lost, which does not exist/),
    );
  });

  it.each([
    ['--proxy=10.0.0.1:9050', { tor: { enabled: true } }],
    ['--tx-proxy=tor,10.0.0.1:9050,10', { tor: { enabled: true } }],
    [
      '--anonymous-inbound=x.onion:18083,127.0.0.1:38083',
      { i2p: { enabled: true } },
    ],
  ])('%s beside Tor or I2P: the API server takes nothing', async (arg, on) => {
    const asked = apply('owned', { ...on, monerod: { args: [arg] } });
    await expect(asked).rejects.toThrow(
      /is set by the operator while tor or i2p is enabled/,
    );
  });

  it('an I2P peer with a port: the API server takes nothing', async () => {
    const peer = `${otherGarlic.address}:18080`;
    const asked = apply('ported', {
      replicas: 2,
      i2p: { enabled: true, peers: [peer] },
    });
    await expect(asked).rejects.toThrow(
      new RegExp(`'${peer}' has a port, which I2P does not know`),
    );
  });
});
