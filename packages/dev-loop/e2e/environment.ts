/** Where the loop under test is; the runner says so (src/cli/e2e.ts). */
export interface LoopEnvironment {
  portalUrl: string;
  kubeconfig: string;
  /** Data folder of the cluster, by which the kubectl command finds it. */
  clusterData: string;
  gitopsRepository: string;
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: run this with npm run test:e2e`);
  }
  return value;
}

export function loopEnvironment(): LoopEnvironment {
  return {
    portalUrl: required('MONERO_PORTAL_URL'),
    kubeconfig: required('MONERO_DEV_CLUSTER_KUBECONFIG'),
    clusterData: required('MONERO_DEV_CLUSTER_DATA'),
    gitopsRepository: required('MONERO_GITOPS_REPOSITORY'),
  };
}
