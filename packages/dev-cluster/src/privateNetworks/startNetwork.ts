import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type KubeClient,
  type KubeObject,
  RESOURCES,
} from '@monero-portal/kube-client';
import { DevClusterError } from '../errors';

/** What it takes to start a network in a cluster. */
export interface ClusterAccess {
  client: KubeClient;
  /** `kubectl ARGS`, and what it prints. */
  kubectl: (...args: string[]) => Promise<string>;
}

/** A network of routers in one pod, and what others need to join it. */
export interface PrivateNetwork {
  /** Address of the pod: its SOCKS proxy is a client that is no node's own. */
  address: string;
  /** Port of that proxy. */
  socksPort: number;
  /** Contents of the files that make another program a member, by name. */
  files: Record<string, Buffer>;
}

/** How one kind of network is started. */
export interface NetworkRecipe {
  /** Name of the pod and of its script, in the folder `private-networks`. */
  name: string;
  image: string;
  socksPort: number;
  /** Shell command that succeeds once the network carries traffic. */
  readyWhen: string;
  /** Files that the script leaves in its data folder for those who join. */
  leaves: readonly string[];
}

const SCRIPTS = join(
  // Resolved by name, so that it holds for the sources and for a built package.
  dirname(require.resolve('@monero-portal/dev-cluster/package.json')),
  'private-networks',
);
const FIELD_MANAGER = 'private-networks';
/** A first consensus, or a first tunnel, on a machine that does other things too. */
const START_TIMEOUT_MS = 180_000;
const POLL_MS = 250;
const DATA = '/data';

function podOf(recipe: NetworkRecipe, namespace: string): KubeObject {
  const { name, image, readyWhen } = recipe;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace },
    spec: {
      enableServiceLinks: false,
      automountServiceAccountToken: false,
      terminationGracePeriodSeconds: 1,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 65532,
        runAsGroup: 65532,
        fsGroup: 65532,
        seccompProfile: { type: 'RuntimeDefault' },
        // Relays listen on 80 and 443, as most real ones do.
        sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }],
      },
      containers: [
        {
          name: 'network',
          image,
          imagePullPolicy: 'IfNotPresent',
          command: ['sh', '/script/start.sh'],
          env: [
            {
              name: 'POD_IP',
              valueFrom: { fieldRef: { fieldPath: 'status.podIP' } },
            },
            { name: 'HOME', value: DATA },
          ],
          readinessProbe: {
            exec: { command: ['sh', '-c', readyWhen] },
            periodSeconds: 1,
            timeoutSeconds: 5,
          },
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          },
          volumeMounts: [
            { name: 'data', mountPath: DATA },
            { name: 'script', mountPath: '/script', readOnly: true },
            { name: 'tmp', mountPath: '/tmp' },
          ],
        },
      ],
      volumes: [
        { name: 'data', emptyDir: {} },
        { name: 'script', configMap: { name } },
        { name: 'tmp', emptyDir: {} },
      ],
    },
  };
}

const isReady = (pod: KubeObject) =>
  (
    pod.status as { conditions?: { type: string; status: string }[] }
  )?.conditions?.some(
    ({ type, status }) => type === 'Ready' && status === 'True',
  ) ?? false;

async function readyPod(
  client: KubeClient,
  namespace: string,
  name: string,
): Promise<KubeObject> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const pod = await client.get(RESOURCES.pods, namespace, name);
    if (isReady(pod)) return pod;
    if (Date.now() > deadline) {
      throw new DevClusterError(
        'StartFailed',
        `Pod ${namespace}/${name} carries no traffic after ${
          START_TIMEOUT_MS / 1000
        } s; see its log and its files in ${DATA}.`,
      );
    }
    await delay(POLL_MS);
  }
}

async function fileOf(
  kubectl: ClusterAccess['kubectl'],
  pod: { namespace: string; name: string },
  file: string,
): Promise<Buffer> {
  const base64 = await kubectl(
    ...['exec', '-n', pod.namespace, pod.name, '--'],
    ...['base64', `${DATA}/${file}`],
  );
  return Buffer.from(base64, 'base64');
}

/**
 * Starts a network as a pod and waits until it carries traffic.
 *
 * @param namespace one that exists; deleting it ends the network
 * @throws DevClusterError `StartFailed` when it does not within three minutes
 */
export async function startNetwork(
  { client, kubectl }: ClusterAccess,
  namespace: string,
  recipe: NetworkRecipe,
): Promise<PrivateNetwork> {
  const { name, socksPort } = recipe;
  const options = { fieldManager: FIELD_MANAGER };
  const script = await readFile(join(SCRIPTS, `${name}.sh`), 'utf8');
  await client.apply(
    RESOURCES.configMaps,
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name, namespace },
      data: { 'start.sh': script },
    },
    options,
  );
  await client.apply(RESOURCES.pods, podOf(recipe, namespace), options);
  const pod = await readyPod(client, namespace, name);
  const { podIP } = pod.status as { podIP: string };
  const files = await Promise.all(
    recipe.leaves.map(
      async file =>
        [file, await fileOf(kubectl, { namespace, name }, file)] as [
          string,
          Buffer,
        ],
    ),
  );
  return { address: podIP, socksPort, files: Object.fromEntries(files) };
}

/** Puts the files that make a member into a ConfigMap. */
export async function publishNetwork(
  client: KubeClient,
  network: PrivateNetwork,
  configMap: { namespace: string; name: string },
): Promise<void> {
  await client.apply(
    RESOURCES.configMaps,
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: configMap,
      binaryData: Object.fromEntries(
        Object.entries(network.files).map(([name, bytes]) => [
          name,
          bytes.toString('base64'),
        ]),
      ),
    },
    { fieldManager: FIELD_MANAGER },
  );
}
