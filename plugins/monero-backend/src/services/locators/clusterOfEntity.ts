import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  ANNOTATION_KUBERNETES_API_SERVER,
  ANNOTATION_KUBERNETES_API_SERVER_CA,
  ANNOTATION_KUBERNETES_AUTH_PROVIDER,
  ANNOTATION_KUBERNETES_SKIP_TLS_VERIFY,
} from '@backstage/plugin-kubernetes-common';
import {
  CLOUD_PROVIDERS,
  isCloudProvider,
  type ClusterConfig,
} from '../../config/clusterConfig';
import type { CatalogLocatorConfig } from '../../config/readClusters';
import { checkApiServerUrl, type Lookup } from './checkApiServerUrl';

const OURS = 'kubernetes.io/';

/**
 * The cluster that a catalog entity describes by the Kubernetes plugin's
 * annotations. No entity can carry a token, so only clouds are signed in to.
 *
 * @throws InputError saying why it is not watched, as the end of a sentence
 */
export async function clusterOfEntity(
  entity: Entity,
  { allowedHosts, allowSkipTLSVerify }: CatalogLocatorConfig,
  lookupHost?: Lookup,
): Promise<ClusterConfig> {
  const { name, title, annotations = {} } = entity.metadata;
  const provider = annotations[ANNOTATION_KUBERNETES_AUTH_PROVIDER];
  if (!isCloudProvider(provider)) {
    throw new InputError(
      `its ${ANNOTATION_KUBERNETES_AUTH_PROVIDER} is "${provider}", of a cluster in the catalog the portal can use ${CLOUD_PROVIDERS.join(
        ', ',
      )}`,
    );
  }
  const server = annotations[ANNOTATION_KUBERNETES_API_SERVER];
  await checkApiServerUrl(server, allowedHosts, lookupHost);
  const ca = annotations[ANNOTATION_KUBERNETES_API_SERVER_CA];
  const caData = Buffer.from(ca, 'base64').toString('utf8');
  if (!caData.includes('-----BEGIN CERTIFICATE-----')) {
    throw new InputError(
      `its ${ANNOTATION_KUBERNETES_API_SERVER_CA} is not a base64 encoded PEM certificate`,
    );
  }
  return {
    name,
    title,
    entityRef: stringifyEntityRef(entity),
    target: {
      server: server.replace(/\/+$/, ''),
      caData,
      skipTLSVerify:
        allowSkipTLSVerify &&
        annotations[ANNOTATION_KUBERNETES_SKIP_TLS_VERIFY] === 'true',
    },
    cloud: {
      provider,
      metadata: Object.fromEntries(
        Object.entries(annotations).filter(([key]) => key.startsWith(OURS)),
      ),
    },
  };
}
