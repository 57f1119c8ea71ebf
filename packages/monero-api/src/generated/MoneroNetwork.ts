// Generated from crds/moneronetworks.yaml by `yarn workspace @monero-portal/monero-api generate`. Do not edit.

import type { Condition } from '../condition';
import type { ObjectMeta } from '../objectMeta';
import type { MemberSpec } from '../network/memberSpec';

/**
 * MoneroNetwork is a closed regtest network: its members are connected with each other and with nobody else. Member i is a MoneroNodeSet of one node, named after the network and its number, such as regtest-0.
 */
export interface MoneroNetwork {
  /**
   * Version of this schema, utxo.com.br/v1alpha1.
   */
  apiVersion: 'utxo.com.br/v1alpha1';
  /**
   * MoneroNetwork.
   */
  kind: 'MoneroNetwork';
  metadata: ObjectMeta;
  spec: MoneroNetworkSpec;
  status?: MoneroNetworkStatus;
}
/**
 * What is wanted.
 */
export interface MoneroNetworkSpec {
  /**
   * How many members the network has. More may join at any time without a restart of those that are there, but for the first when the second joins; fewer, and the highest numbers leave. 0 stops all and keeps the volumes, unless volumeRetention says otherwise.
   */
  replicas?: number;
  /**
   * What each member is like.
   */
  template?: {
    /**
     * Labels and annotations of the members, which are MoneroNodeSets.
     */
    metadata?: {
      /**
       * Labels beside the operator's own, which win.
       */
      labels?: {
        [k: string]: string;
      };
      /**
       * Annotations, such as utxo.com.br/owner.
       */
      annotations?: {
        [k: string]: string;
      };
    };
    /**
     * The specification of each member, as of a MoneroNodeSet.
     */
    spec?: MemberSpec;
  };
  /**
   * true: the operator only watches; it neither adds, nor changes, nor removes members. Each member is looked after as before, unless it is paused itself.
   */
  paused?: boolean;
}
/**
 * What is there. Written by the operator.
 */
export interface MoneroNetworkStatus {
  /**
   * The generation of the specification that this status speaks of.
   */
  observedGeneration?: number;
  /**
   * Members that exist.
   */
  replicas?: number;
  /**
   * Members that are in sync.
   */
  readyReplicas?: number;
  /**
   * Members with the current specification.
   */
  updatedReplicas?: number;
  /**
   * Label selector of the pods, for the scale subresource.
   */
  selector?: string;
  /**
   * Ready (every member is in sync on the current specification), Reconciling (work is under way), Stalled (only a person can help), Paused.
   */
  conditions?: Condition[];
  /**
   * Each member of the network. Heights are in the metrics of their nodes.
   */
  members?: MemberStatus[];
}
export interface MemberStatus {
  /**
   * Name of the MoneroNodeSet.
   */
  nodeSet: string;
  /**
   * Whether its node is in sync with the others.
   */
  inSync: boolean;
  /**
   * Why it is not, as a sentence.
   */
  message?: string;
}
