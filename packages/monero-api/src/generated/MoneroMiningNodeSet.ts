// Generated from crds/monerominingnodesets.yaml by `yarn workspace @monero-portal/monero-api generate`. Do not edit.

import type { Condition } from '../condition';
import type { ObjectMeta } from '../objectMeta';

/**
 * MoneroMiningNodeSet is a set of miners: pods that each run xmrig, at a pool or solo for a node set or a network.
 */
export interface MoneroMiningNodeSet {
  /**
   * Version of this schema, utxo.com.br/v1alpha1.
   */
  apiVersion: 'utxo.com.br/v1alpha1';
  /**
   * MoneroMiningNodeSet.
   */
  kind: 'MoneroMiningNodeSet';
  metadata: ObjectMeta;
  spec: MoneroMiningNodeSetSpec;
  status?: MoneroMiningNodeSetStatus;
}
/**
 * What is wanted.
 */
export interface MoneroMiningNodeSetSpec {
  /**
   * How many miners to run. A HorizontalPodAutoscaler may change it through the scale subresource; leave it out of the manifest then, so that nobody sets it back.
   */
  replicas?: number;
  /**
   * true: never two miners of the set on one machine (kubernetes.io/hostname); a miner that finds no free machine waits. false: on different machines where possible.
   */
  hardAntiAffinity?: boolean;
  /**
   * The miner.
   */
  xmrig?: {
    /**
     * Container image with the xmrig program in its PATH. Left out, the operator's default image is taken and kept until this part of the specification changes, so that an upgrade of the operator restarts no miner.
     */
    image?: string;
    /**
     * Arguments of xmrig, as on its command line: -o HOST:PORT, --url=HOST:PORT and an option followed by its value as an item of its own are all understood. $(id) stands for the number of the miner in the set, from 0; any other $(NAME) is an environment variable of the container, as everywhere in Kubernetes.
     *
     * @maxItems 64
     */
    args?: string[];
    /**
     * CPU and memory of the xmrig container. Left out, memory fits the mode of RandomX: 2560Mi, or 384Mi with --randomx-mode=light.
     */
    resources?: {
      /**
       * What the machine must have free for the pod to start there.
       */
      requests?: {
        [k: string]: number | string;
      };
      /**
       * What the container may use at most; above the limit of memory it is killed.
       */
      limits?: {
        [k: string]: number | string;
      };
    };
  };
  /**
   * true: use huge pages of 2 MiB, which make mining faster, and ask the machine for them: miners go only where an administrator has set such pages aside. false: do without, which works everywhere.
   */
  hugePages?: boolean;
  /**
   * Mines solo for nodes of yours in the same namespace, instead of at a pool: what is found is a whole block, and pays wallet.
   */
  daemonRef?: {
    /**
     * What kind of thing name names.
     */
    kind?: 'MoneroNodeSet' | 'MoneroNetwork';
    /**
     * The name of the node set, or of the network, whose restricted RPC gives work: that of any node that is in sync.
     */
    name: string;
  };
  /**
   * The address that is paid. With a pool it becomes the user name, unless the arguments say another with -u; with daemonRef it is required, and must be a primary address of the nodes' network. Its checksum is not checked here.
   */
  wallet?: string;
  /**
   * What is passed to the pods as it is.
   */
  podTemplate?: {
    /**
     * Labels beside the operator's own, which win.
     */
    labels?: {
      [k: string]: string;
    };
    /**
     * Annotations of the pods.
     */
    annotations?: {
      [k: string]: string;
    };
    /**
     * Labels that a machine must have to run a node.
     */
    nodeSelector?: {
      [k: string]: string;
    };
    /**
     * Taints of machines that the pods put up with.
     *
     * @maxItems 32
     */
    tolerations?: {
      /**
       * The taint's key; every key when left out with operator Exists.
       */
      key?: string;
      /**
       * Equal compares the value, Exists ignores it.
       */
      operator?: 'Equal' | 'Exists';
      /**
       * The taint's value.
       */
      value?: string;
      /**
       * The effect to put up with; all when left out.
       */
      effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
      /**
       * With NoExecute, how many seconds the pod stays; for ever when left out.
       */
      tolerationSeconds?: number;
    }[];
    /**
     * How the pods spread over zones or machines; each constraint counts the pods of this set.
     *
     * @maxItems 8
     */
    topologySpreadConstraints?: {
      /**
       * By how many pods two domains may differ.
       */
      maxSkew: number;
      /**
       * Label of machines that names the domain, such as topology.kubernetes.io/zone.
       */
      topologyKey: string;
      /**
       * Wait (DoNotSchedule), or go where the difference is smallest (ScheduleAnyway).
       */
      whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway';
      /**
       * How many domains there should be at least, with DoNotSchedule.
       */
      minDomains?: number;
      /**
       * Whether machines that the pod cannot run on count.
       */
      nodeAffinityPolicy?: 'Honor' | 'Ignore';
      /**
       * Whether machines with taints that the pod does not tolerate count.
       */
      nodeTaintsPolicy?: 'Honor' | 'Ignore';
    }[];
    /**
     * PriorityClass of the pods.
     */
    priorityClassName?: string;
    /**
     * Secrets in the same namespace with credentials for the image's registry.
     *
     * @maxItems 16
     */
    imagePullSecrets?: {
      /**
       * Name of the Secret.
       */
      name: string;
    }[];
  };
  /**
   * true: the operator only watches; it changes nothing in the cluster.
   */
  paused?: boolean;
}
/**
 * What is there. Written by the operator.
 */
export interface MoneroMiningNodeSetStatus {
  /**
   * The generation of the specification that this status speaks of.
   */
  observedGeneration?: number;
  /**
   * Pods that exist.
   */
  replicas?: number;
  /**
   * Pods whose miner mines.
   */
  readyReplicas?: number;
  /**
   * Pods that run the current revision.
   */
  updatedReplicas?: number;
  /**
   * Label selector of the pods, for the scale subresource.
   */
  selector?: string;
  /**
   * What the operator decided once and keeps.
   */
  resolved?: {
    /**
     * The image that the miners run; it outlives upgrades of the operator.
     */
    image?: string;
    /**
     * The address of the daemon that the miners work for, with daemonRef.
     */
    daemon?: string;
  };
  /**
   * Ready (every wanted miner mines on the current revision), Reconciling (work is under way), Stalled (only a person can help), Paused, and with daemonRef DaemonReady (the node set is there, and in sync).
   */
  conditions?: Condition[];
}
