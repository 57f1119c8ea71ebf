import type { KubeTarget } from '@monero-portal/kube-client';

/** Those of the Kubernetes plugin's ways to sign in that need no user. */
export const CLOUD_PROVIDERS = [
  'aws',
  'azure',
  'googleServiceAccount',
] as const;

/** A cloud whose own identity opens its clusters. */
export type CloudProvider = (typeof CLOUD_PROVIDERS)[number];

/** Whose token a cloud is asked for. */
export interface CloudAuth {
  provider: CloudProvider;
  /** Such as `kubernetes.io/aws-assume-role`, as the Kubernetes plugin names them. */
  metadata: Record<string, string>;
}

/** A cluster that the portal watches. */
export interface ClusterConfig {
  name: string;
  title?: string;
  /** Without a token where a cloud gives one. */
  target: KubeTarget;
  /** Where tokens come from, unless the target has its own. */
  cloud?: CloudAuth;
  /** The catalog's entity that it was read from. */
  entityRef?: string;
}

/** Whether the portal itself can sign in by a provider. */
export function isCloudProvider(
  provider: string | undefined,
): provider is CloudProvider {
  return CLOUD_PROVIDERS.some(each => each === provider);
}
