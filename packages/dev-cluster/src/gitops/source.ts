import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import type { Identity, ManifestFile } from './manifests';

/** Namespace of what the agent keeps in the cluster about itself. */
export const SYSTEM_NAMESPACE = 'gitops-system';

const GROUP = 'monero-portal.io';
const KIND = 'GitOpsSource';
const PLURAL = 'gitopssources';

/** Resource of the objects that stand for what is applied, for kubectl. */
export const SOURCE_RESOURCE = `${PLURAL}.${GROUP}`;

interface OwnObject extends Identity {
  metadata: Identity['metadata'] & {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  [field: string]: unknown;
}

/**
 * Namespace and definition of the agent's own objects. kubectl keeps an
 * ApplySet that spans namespaces only in a cluster-wide object, and Kubernetes
 * has no such kind of its own.
 */
export function systemFiles(): ManifestFile[] {
  return [
    fileOf({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: SYSTEM_NAMESPACE },
    }),
    fileOf({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: {
        name: SOURCE_RESOURCE,
        labels: { 'applyset.kubernetes.io/is-parent-type': 'true' },
      },
      spec: {
        group: GROUP,
        scope: 'Cluster',
        names: { kind: KIND, plural: PLURAL, singular: KIND.toLowerCase() },
        versions: [
          {
            name: 'v1alpha1',
            served: true,
            storage: true,
            schema: {
              openAPIV3Schema: {
                type: 'object',
                description:
                  'A folder of a git repository that is applied to this cluster. Its annotations say what kinds of objects came from there.',
                properties: {
                  spec: {
                    type: 'object',
                    properties: {
                      path: {
                        type: 'string',
                        description: 'Folder inside the repository.',
                      },
                    },
                  },
                },
              },
            },
          },
        ],
      },
    }),
  ];
}

/**
 * The object that stands for a folder of the repository, as an ApplySet with
 * nothing in it. kubectl wants it to exist, and updates it.
 */
export function sourceFile(name: string, path: string): ManifestFile {
  return fileOf({
    apiVersion: `${GROUP}/v1alpha1`,
    kind: KIND,
    metadata: {
      name,
      labels: { 'applyset.kubernetes.io/id': applySetId(name) },
      annotations: {
        'applyset.kubernetes.io/tooling': 'kubectl/v1',
        'applyset.kubernetes.io/contains-group-kinds': '',
      },
    },
    spec: { path },
  });
}

/**
 * A member that is always there: it says which commit is applied, and keeps
 * the set from being empty, which kubectl refuses, when the last object goes.
 */
export function revisionFile(name: string, commit: string): ManifestFile {
  return fileOf({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `${name}-revision`, namespace: SYSTEM_NAMESPACE },
    data: { commit },
  });
}

/** Name of the object for a folder such as `clusters/dev`. */
export function sourceName(path: string): string {
  return path
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Defined by KEP-3659; kubectl refuses any other. */
function applySetId(name: string): string {
  const hash = createHash('sha256').update(`${name}..${KIND}.${GROUP}`);
  return `applyset-${hash.digest('base64url')}-v1`;
}

function fileOf(object: OwnObject): ManifestFile {
  const { apiVersion, kind, metadata } = object;
  return {
    path: `.gitops/${kind}-${metadata.name}`.toLowerCase(),
    objects: [{ apiVersion, kind, metadata, source: stringify(object) }],
  };
}
