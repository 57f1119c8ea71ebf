import { parseDocument } from 'yaml';

/** The cluster's name in the portal and in the GitOps repository. */
export const CLUSTER_NAME = 'dev';

/** Where people may propose node sets. */
export const NAMESPACES = ['monero', 'wallets'];

/** One file of the repository, by its path. */
export type SeedFiles = Record<string, string>;

const namespaceOf = (name: string) => `apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
  labels:
    pod-security.kubernetes.io/enforce: restricted
`;

/** A manifest that says itself where it belongs; its comments stay. */
function inNamespace(manifest: string, namespace: string): string {
  const document = parseDocument(manifest);
  document.setIn(['metadata', 'namespace'], namespace);
  return document.toString();
}

/**
 * What a new GitOps repository holds: the namespaces, and a closed regtest
 * network that runs as soon as the cluster does.
 *
 * @param regtestExample - examples/regtest.yaml
 */
export function seedFiles(regtestExample: string): SeedFiles {
  return {
    'README.md': `# Clusters as they should be

One folder a cluster, one folder a namespace, one object a file:
\`clusters/<cluster>/<namespace>/<name>.yaml\`. What is merged to \`main\` is applied.
`,
    [`clusters/${CLUSTER_NAME}/namespaces.yaml`]:
      NAMESPACES.map(namespaceOf).join('---\n'),
    [`clusters/${CLUSTER_NAME}/monero/regtest.yaml`]: inNamespace(
      regtestExample,
      'monero',
    ),
  };
}
