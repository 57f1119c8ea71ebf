import { KubeObject } from '@monero-portal/kube-client';
import { NODE_SET } from '@monero-portal/monero-api';
import { childLabels } from '../labels';
import { NodeSet } from '../spec';

/** What a child is, beside the metadata that all share. */
export interface ChildParts {
  apiVersion: string;
  kind: string;
  name: string;
  /** Beside those that every child carries. */
  labels?: Readonly<Record<string, string>>;
  annotations?: Readonly<Record<string, string>>;
  [field: string]: unknown;
}

/** An object that the node set controls; goes when the node set goes. */
export function child(nodeSet: NodeSet, parts: ChildParts): KubeObject {
  const { apiVersion, kind, name, labels, annotations = {}, ...rest } = parts;
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      namespace: nodeSet.namespace,
      labels: { ...labels, ...childLabels(nodeSet.name) },
      ...(Object.keys(annotations).length > 0 ? { annotations } : {}),
      ownerReferences: [
        {
          apiVersion: NODE_SET.apiVersion,
          kind: NODE_SET.kind,
          name: nodeSet.name,
          uid: nodeSet.uid,
          controller: true,
        },
      ],
    },
    ...rest,
  };
}
