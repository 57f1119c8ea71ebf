export * from './types';
export * from './KubeError';
export * from './resources';
export { createKubeClient } from './DefaultKubeClient';
export { inClusterNamespace, inClusterTarget } from './target/inCluster';
export { targetFromKubeconfig } from './target/kubeconfig';
export { isNewer } from './watch/isNewer';
