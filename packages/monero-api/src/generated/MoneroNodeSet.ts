// Generated from crds/moneronodesets.yaml by `yarn workspace @monero-portal/monero-api generate`. Do not edit.

import type { Condition } from '../condition';
import type { ObjectMeta } from '../objectMeta';

/**
 * MoneroNodeSet is a set of identical Monero nodes that wallets and services reach under one name.
 */
export interface MoneroNodeSet {
  /**
   * Version of this schema, utxo.com.br/v1alpha1.
   */
  apiVersion: 'utxo.com.br/v1alpha1';
  /**
   * MoneroNodeSet.
   */
  kind: 'MoneroNodeSet';
  metadata: ObjectMeta;
  spec: MoneroNodeSetSpec;
  status?: MoneroNodeSetStatus;
}
/**
 * What is wanted.
 */
export interface MoneroNodeSetSpec {
  /**
   * How many nodes run. Each is a pod with a volume and an identity of its own. 0 stops all nodes and keeps the volumes, unless volumeRetention says otherwise.
   */
  replicas?: number;
  /**
   * true: never two nodes of the set on one machine (kubernetes.io/hostname); a node that finds no free machine waits. false: on different machines where possible.
   */
  hardAntiAffinity?: boolean;
  /**
   * The Monero network. Left out, the arguments of monerod decide (--testnet, --stagenet, --regtest), else it is mainnet. On regtest the nodes of the set are each other's only peers. It cannot change afterwards: the volumes hold the chain of one network.
   */
  network?: 'mainnet' | 'testnet' | 'stagenet' | 'regtest';
  /**
   * The Monero daemon that each node runs.
   */
  monerod?: {
    /**
     * Container image with the monerod program in its PATH. Left out, the operator's default image is taken and kept until this part of the specification changes, so that an upgrade of the operator restarts no node.
     */
    image?: string;
    /**
     * Arguments of monerod, as on its command line. --option=value and --option followed by the value as an item of its own are both understood, and so are unambiguous abbreviations. The order is kept.
     *
     * @maxItems 64
     */
    args?: string[];
    /**
     * CPU and memory of the monerod container. Left out, memory fits the network (mainnet requests 4Gi and may use 8Gi).
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
    /**
     * true: keep a pruned chain, about a third of the size. It cannot go back to false, because pruned data is gone.
     */
    prune?: boolean;
  };
  /**
   * Nodes outside the set that every node of the set connects to, as host:port. On regtest, these and the other nodes of the set are its only peers; label the pods of both sides with the same utxo.com.br/network, so that the network policy lets them in. On other networks they are peers to stay connected with, beside those that monerod finds. monerod reads them when it starts: a change restarts nothing and reaches a node at its next start, and a name that does not resolve then keeps it from starting.
   *
   * @maxItems 128
   */
  peers?: string[];
  /**
   * Size of each node's volume, such as 400Gi. Left out, it fits the network and prune: 400Gi on mainnet, 160Gi when pruned, 50Gi on testnet and stagenet, 1Gi on regtest. It may grow and never shrinks.
   */
  diskSize?: string;
  /**
   * StorageClass of the volumes; the cluster's default when left out. Volumes that exist keep theirs.
   */
  storageClass?: string;
  /**
   * What becomes of a volume when its node is scaled away or the set is deleted. Retain keeps it, so that a node that returns need not sync anew; Delete frees it.
   */
  volumeRetention?: 'Retain' | 'Delete';
  /**
   * How wallets reach the nodes; only nodes in sync receive them.
   */
  service?: {
    /**
     * ClusterIP reaches inside the cluster, NodePort opens a port on every machine, LoadBalancer asks the cloud for an address.
     */
    type?: 'ClusterIP' | 'NodePort' | 'LoadBalancer';
    /**
     * Annotations of the Service, for load balancers and DNS controllers.
     */
    annotations?: {
      [k: string]: string;
    };
  };
  /**
   * Makes every node a full citizen of the Tor network. Each gets an onion address of its own, which outlives restarts; wallets' transactions leave through Tor only, to peers with onion addresses, so that nobody learns where they began. Blocks come over the clearnet still, or with proxyClearnet through exits of Tor, for Monero sends no blocks to onion addresses. A node that has no outgoing peer over Tor keeps its wallets' transactions to itself; wallets are not led to it.
   */
  tor?: {
    /**
     * true: each node runs tor beside monerod. Turning it on or off replaces the nodes one after the other, as any change; addresses stay for when it is turned on again.
     */
    enabled?: boolean;
    /**
     * A Secret in the same namespace with keys made elsewhere, such as vanity addresses. It must hold, for each pod, POD.hs_ed25519_secret_key as tor writes it, and may hold POD.hs_ed25519_public_key and POD.hostname, which are compared with it; with rpc and more than one node, rpc.hs_ed25519_secret_key too. Left out, the operator makes the keys once and keeps them in a Secret named after the set with -tor at its end.
     */
    secretRef?: {
      /**
       * Name of the Secret.
       */
      name: string;
    };
    /**
     * true: wallets reach the restricted RPC over Tor, on port 18089 of each node's onion address and, when there is more than one node, of one address for the whole set, which leads to any node in sync: see status.rpcOnionAddress.
     */
    rpc?: boolean;
    /**
     * true: monerod reaches the other peers through exits of Tor too, and asks no DNS; nothing leaves the node in the clear. The first synchronization then takes several times as long.
     */
    proxyClearnet?: boolean;
    /**
     * Onion peers to stay connected with, as ADDRESS.onion:PORT; monerod's own port is 18083. On mainnet monerod finds onion peers by itself; on testnet and stagenet it knows none, so name some. On regtest the other nodes of the set are onion peers already. Read when monerod starts, as peers.
     *
     * @maxItems 128
     */
    peers?: string[];
  };
  /**
   * Makes every node a full citizen of the I2P network: as tor, with an address that ends in .b32.i2p. Blocks come over the clearnet still. With tor as well, a transaction leaves through one of the two.
   */
  i2p?: {
    /**
     * true: each node runs i2pd beside monerod. Turning it on or off replaces the nodes one after the other, as any change; addresses stay for when it is turned on again.
     */
    enabled?: boolean;
    /**
     * A Secret in the same namespace with keys made elsewhere. It must hold, for each pod, POD.dat, the keys of a tunnel as i2pd writes them, and may hold POD.b32, which is compared with it. Left out, the operator makes the keys once and keeps them in a Secret named after the set with -i2p at its end.
     */
    secretRef?: {
      /**
       * Name of the Secret.
       */
      name: string;
    };
    /**
     * I2P peers to stay connected with, as ADDRESS.b32.i2p without a port. On mainnet monerod finds I2P peers by itself; on testnet and stagenet it knows none, so name some. On regtest the other nodes of the set are I2P peers already. Read when monerod starts, as peers.
     *
     * @maxItems 128
     */
    peers?: string[];
  };
  /**
   * How a change reaches running nodes.
   */
  updateStrategy?: {
    /**
     * How many nodes in sync may be away at once during a change. Nodes that are out of sync are replaced first and do not count.
     */
    maxUnavailable?: number;
    /**
     * true: the next node is replaced when the one before is in sync again. false: as soon as it runs.
     */
    waitForSync?: boolean;
  };
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
 * What is. Written by the operator.
 */
export interface MoneroNodeSetStatus {
  /**
   * The generation of the specification that this status speaks of.
   */
  observedGeneration?: number;
  /**
   * Pods that exist.
   */
  replicas?: number;
  /**
   * Pods whose node is in sync.
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
     * The image that the nodes run; it outlives upgrades of the operator.
     */
    image?: string;
  };
  /**
   * With tor.rpc, the onion address of the whole set, without a port: wallets use 18089. It leads to any node in sync. With a single node it is the node's own.
   */
  rpcOnionAddress?: string;
  /**
   * Ready (every wanted node is in sync on the current revision), Reconciling (work is under way), Stalled (only a person can help), Paused, with tor or i2p Relaying (transactions leave every node), and with tor.rpc and several nodes RpcPublished (wallets find rpcOnionAddress).
   */
  conditions?: Condition[];
  /**
   * Each node of the set. Heights are in the metrics.
   */
  nodes?: NodeStatus[];
}
export interface NodeStatus {
  /**
   * Name of the pod.
   */
  pod: string;
  /**
   * Where the node stands.
   */
  phase:
    | 'Pending'
    | 'Starting'
    | 'Syncing'
    | 'InSync'
    | 'Terminating'
    | 'Unknown';
  /**
   * The machine that runs the pod.
   */
  kubeNode?: string;
  /**
   * Whether the node has the whole chain, as far as it can tell.
   */
  inSync: boolean;
  /**
   * The node's own address on Tor, without a port: peers use 18083, and with tor.rpc wallets 18089.
   */
  onionAddress?: string;
  /**
   * The node's own address on I2P, for peers.
   */
  i2pAddress?: string;
  /**
   * Whether the node has an outgoing peer over Tor or I2P, so that transactions leave it; absent while both are off. Without one, wallets are not led to it.
   */
  relaying?: boolean;
  /**
   * Why the node is not in sync, as a sentence.
   */
  message?: string;
}
