/** What a long step reports while it runs. */
export interface ProgressEvent {
  /** Name of the step, for people: "Build Kubernetes 1.36.3". */
  step: string;
  state: 'started' | 'progress' | 'done' | 'failed';
  /** What it is doing right now, or why it failed. */
  detail?: string;
  /** Milliseconds since this step started. */
  elapsedMs: number;
}

/** Receives progress; must not throw. */
export type ProgressListener = (event: ProgressEvent) => void;

/** What identifies a development cluster. */
export interface PrepareOptions {
  /** Folder of everything the cluster keeps: keys, etcd, images, volumes, logs. */
  dataDir: string;
  /**
   * Number of Kubernetes nodes, 0 to 9. Default 3. With 0 it is a control plane
   * alone (etcd, API server, controllers): objects are kept, no pod ever runs.
   */
  nodes?: number;
  /** Name of the cluster in kubeconfig files. Default `dev`. */
  name?: string;
  /** Port on 127.0.0.1. Default: the one used before, else a free one. */
  apiPort?: number;
}

/** Addresses and credentials; valid before the cluster itself is started. */
export interface PreparedCluster {
  name: string;
  /** `https://127.0.0.1:PORT` */
  server: string;
  /** The certificate authority of the API server. */
  caPem: string;
  /** Kubeconfig file of a cluster administrator. */
  kubeconfigPath: string;
  /** Bearer token of the read-only user `monero-portal`. */
  portalToken: string;
  dataDir: string;
}

export interface StartOptions extends PrepareOptions {
  /** Stops the start, or the running cluster, when aborted. */
  signal?: AbortSignal;
  onProgress?: ProgressListener;
  /** Import the project's images (monerod, operator). Default true; never without nodes. */
  images?: boolean;
}

/** Result of a program run inside the cluster's namespaces. */
export interface ExecResult {
  stdout: string;
  stderr: string;
}

export interface ExecOptions {
  signal?: AbortSignal;
  /** Deadline in milliseconds. Default 60,000. */
  timeoutMs?: number;
  /** Text given on standard input. */
  input?: string;
}

/** A running development cluster. */
export interface DevCluster extends PreparedCluster {
  /** Names of its Kubernetes nodes: `node-0`, ... */
  nodeNames: readonly string[];
  /** Folder of the built programs (kubectl, ctr, ...). */
  binDir: string;
  /**
   * Runs a program inside the network, mount and pid namespaces. The root file
   * system is the machine's, so absolute paths keep their meaning.
   * @throws DevClusterError with the last lines of stderr when it fails.
   */
  exec(argv: readonly string[], options?: ExecOptions): Promise<ExecResult>;
  /**
   * Imports a docker-archive or OCI tar into containerd of each node.
   * @throws DevClusterError when a node refuses it.
   */
  importImage(tarPath: string): Promise<void>;
  /** Address of the containerd socket of a node, as seen through `exec`. */
  containerdAddress(nodeName: string): string;
  /** Ends every program and removes namespaces, mounts and cgroups. */
  stop(): Promise<void>;
  /** Resolves when the cluster ended without being asked to. */
  died: Promise<Error>;
}
