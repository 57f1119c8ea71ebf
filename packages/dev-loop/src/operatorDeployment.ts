import type { Kubectl } from './kubectl';

const NAMESPACE = 'monero-system';
const DEPLOYMENT = 'monero-operator';
const DIGEST_ANNOTATION = 'utxo.com.br/image-digest';
const ROLLOUT_TIMEOUT_S = 180;

/**
 * Deploys the operator into the cluster from its own manifests and waits until
 * it runs. The image keeps its tag in development, so the digest goes into the
 * pod template: a new build replaces the operator, the same one does not.
 *
 * @param kubectl - bound to the cluster
 * @param overlay - the kustomize folder
 * @param digest - of the operator's image
 */
export async function deployOperator(
  kubectl: Kubectl,
  overlay: string,
  digest: string,
): Promise<void> {
  await kubectl(['apply', '--server-side', '--force-conflicts', '-k', overlay]);
  await kubectl([
    'wait',
    '--for=condition=Established',
    'crd',
    'moneronodesets.utxo.com.br',
    '--timeout=60s',
  ]);
  await kubectl([
    'patch',
    'deployment',
    DEPLOYMENT,
    `--namespace=${NAMESPACE}`,
    '--type=merge',
    '--patch',
    JSON.stringify({
      spec: {
        template: {
          metadata: { annotations: { [DIGEST_ANNOTATION]: digest } },
        },
      },
    }),
  ]);
  await kubectl([
    'rollout',
    'status',
    `deployment/${DEPLOYMENT}`,
    `--namespace=${NAMESPACE}`,
    `--timeout=${ROLLOUT_TIMEOUT_S}s`,
  ]);
}
