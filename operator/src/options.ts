import { parseArgs } from 'node:util';

/** Settings of the operator. */
export interface OperatorOptions {
  monerodImage: string;
  xmrigImage: string;
  exporterImage: string;
  torImage: string;
  i2pdImage: string;
  /** ConfigMap with the settings of a private Tor network; absent: the real one. */
  torConfigMap?: string;
  /** The same for I2P. */
  i2pConfigMap?: string;
  /** Namespaces to watch; absent: all. */
  namespaces?: readonly string[];
  healthAddress: string;
  metricsAddress: string;
  /** Absent: the pod's own. */
  leaderElectionNamespace?: string;
  /** Deadline of a request, in milliseconds. */
  requestTimeoutMs: number;
  /** A watch that is silent for so long is opened anew, in milliseconds. */
  watchSilenceMs: number;
  /** Absent: the service account of this pod. */
  kubeconfig?: string;
}

/** The command line is wrong; the message says how it is right. */
export class UsageError extends Error {
  readonly name = 'UsageError';
}

/** monerod where nothing else is said: a well-known image, by version. */
export const DEFAULT_MONEROD_IMAGE =
  'ghcr.io/sethforprivacy/simple-monerod:v0.18.4.0';

/** xmrig where nothing else is said, from images/xmrig. */
export const DEFAULT_XMRIG_IMAGE = 'docker.io/monero-portal/xmrig:6.22.2';

/** tor where nodes are on Tor, from images/tor. */
export const DEFAULT_TOR_IMAGE = 'docker.io/monero-portal/tor:0.4.9';

/** i2pd where nodes are on I2P, from images/i2pd. */
export const DEFAULT_I2PD_IMAGE = 'docker.io/monero-portal/i2pd:2.56.0';

/** How to call the operator. */
export const OPERATOR_HELP = `Usage: monero operator [options]

  --exporter-image IMAGE               image of this program, for the pods' exporters (required)
  --monerod-image IMAGE                monerod where a manifest names none
                                       (default ${DEFAULT_MONEROD_IMAGE})
  --xmrig-image IMAGE                  xmrig where a manifest names none
                                       (default ${DEFAULT_XMRIG_IMAGE})
  --tor-image IMAGE                    tor of nodes on Tor
                                       (default ${DEFAULT_TOR_IMAGE})
  --i2pd-image IMAGE                   i2pd of nodes on I2P
                                       (default ${DEFAULT_I2PD_IMAGE})
  --tor-config-map NAME                for tests: where a namespace has this ConfigMap, its key torrc
                                       leads tor to a private network (default: none)
  --i2p-config-map NAME                for tests: the same with i2pd.conf and seed.zip for I2P
                                       (default: none)
  --namespace NAME                     watch this namespace and not all; may be given again
  --health-address HOST:PORT           /healthz and /readyz (default :8081)
  --metrics-address HOST:PORT          /metrics (default :8080)
  --leader-election-namespace NAME     where the lease is (default: the pod's own namespace)
  --request-timeout SECONDS            deadline of a request to the API server (default 30)
  --watch-silence SECONDS              open a watch anew that says nothing for so long; the API
                                       server gives a sign of life every minute (default 100)
  --kubeconfig FILE                    reach the cluster from outside
`;

/** @throws UsageError */
export function parseOperatorOptions(argv: string[]): OperatorOptions {
  const values = parse(argv);
  const exporterImage = values['exporter-image'];
  if (!exporterImage) {
    throw new UsageError(
      `--exporter-image is required: the image of this program\n\n${OPERATOR_HELP}`,
    );
  }
  return {
    exporterImage,
    monerodImage: values['monerod-image'] ?? DEFAULT_MONEROD_IMAGE,
    xmrigImage: values['xmrig-image'] ?? DEFAULT_XMRIG_IMAGE,
    torImage: values['tor-image'] ?? DEFAULT_TOR_IMAGE,
    i2pdImage: values['i2pd-image'] ?? DEFAULT_I2PD_IMAGE,
    torConfigMap: values['tor-config-map'] || undefined,
    i2pConfigMap: values['i2p-config-map'] || undefined,
    namespaces: namespacesOf(values.namespace),
    healthAddress: values['health-address'] ?? ':8081',
    metricsAddress: values['metrics-address'] ?? ':8080',
    leaderElectionNamespace: values['leader-election-namespace'],
    requestTimeoutMs: milliseconds(
      'request-timeout',
      values['request-timeout'] ?? '30',
    ),
    watchSilenceMs: milliseconds(
      'watch-silence',
      values['watch-silence'] ?? '100',
    ),
    kubeconfig: values.kubeconfig,
  };
}

/** An hour is more than anybody waits. */
const MAX_SECONDS = 3600;

function milliseconds(option: string, text: string): number {
  const seconds = /^\d{1,4}(\.\d{1,3})?$/.test(text) ? Number(text) : 0;
  if (seconds <= 0 || seconds > MAX_SECONDS) {
    throw new UsageError(
      `--${option}: "${text}" is no number of seconds; give one from 0.001 to ${MAX_SECONDS}\n\n${OPERATOR_HELP}`,
    );
  }
  return seconds * 1000;
}

/** As Kubernetes names namespaces. */
const NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

function namespacesOf(
  given: readonly string[] | undefined,
): readonly string[] | undefined {
  const wrong = given?.find(name => !NAMESPACE.test(name));
  if (wrong !== undefined) {
    throw new UsageError(
      `--namespace "${wrong}": not a name of a namespace. Give one name each time, such as --namespace=monero --namespace=regtest\n\n${OPERATOR_HELP}`,
    );
  }
  return given && [...new Set(given)];
}

function parse(argv: string[]) {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({
      args: argv,
      strict: true,
      options: {
        'exporter-image': option,
        'monerod-image': option,
        'xmrig-image': option,
        'tor-image': option,
        'i2pd-image': option,
        'tor-config-map': option,
        'i2p-config-map': option,
        namespace: { type: 'string', multiple: true },
        'health-address': option,
        'metrics-address': option,
        'leader-election-namespace': option,
        'request-timeout': option,
        'watch-silence': option,
        kubeconfig: option,
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${reason}\n\n${OPERATOR_HELP}`);
  }
}
