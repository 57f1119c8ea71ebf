import { createBackendModule } from '@backstage/backend-plugin-api';
import { kubernetesObjectsProviderExtensionPoint } from '@backstage/plugin-kubernetes-node';
import { OwnResourceProvider } from './OwnResourceProvider';

/**
 * Shows node sets, networks and mining sets themselves on the standard
 * Kubernetes tab of their entities, beside the pods and services that labels find.
 */
export const kubernetesModuleMonero = createBackendModule({
  pluginId: 'kubernetes',
  moduleId: 'monero',
  register(reg) {
    reg.registerInit({
      deps: { objects: kubernetesObjectsProviderExtensionPoint },
      async init({ objects }) {
        objects.addObjectsProvider(
          async ({ getDefault, serviceLocator, fetcher, authStrategy }) =>
            new OwnResourceProvider({
              inner: await getDefault(),
              ...{ serviceLocator, fetcher, authStrategy },
            }),
        );
      },
    });
  },
});
