import { KubeObject } from '@monero-portal/kube-client';
import { MINING_NODE_SET } from '@monero-portal/monero-api';
import { childLabels } from '../labels';
import { MiningNodeSet } from '../spec';

/** What a child is, beside the metadata that all share. */
export interface ChildParts {
  apiVersion: string;
  kind: string;
  name: string;
  annotations?: Readonly<Record<string, string>>;
  [field: string]: unknown;
}

/** An object that the mining set controls; goes when the set goes. */
export function child(set: MiningNodeSet, parts: ChildParts): KubeObject {
  const { apiVersion, kind, name, annotations, ...rest } = parts;
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      namespace: set.namespace,
      labels: childLabels(set.name),
      ...(annotations ? { annotations } : {}),
      ownerReferences: [
        {
          apiVersion: MINING_NODE_SET.apiVersion,
          kind: MINING_NODE_SET.kind,
          name: set.name,
          uid: set.uid,
          controller: true,
        },
      ],
    },
    ...rest,
  };
}
