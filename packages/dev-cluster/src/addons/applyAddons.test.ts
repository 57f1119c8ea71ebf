import type { Manifest } from '../cluster/apiClient';
import { applyAddons } from './applyAddons';

describe('applyAddons', () => {
  it('applies each object to the collection it belongs to', async () => {
    const applied: string[] = [];
    await applyAddons({
      get: async () => '',
      apply: async (collection: string, { metadata }: Manifest) => {
        applied.push(`${collection}/${metadata.name}`);
      },
    });
    expect(applied).toEqual(
      expect.arrayContaining([
        '/apis/rbac.authorization.k8s.io/v1/clusterroles/monero-portal',
        '/api/v1/namespaces/kube-system/services/kube-dns',
        '/apis/discovery.k8s.io/v1/namespaces/kube-system/endpointslices/kube-dns',
        '/apis/apiregistration.k8s.io/v1/apiservices/v1beta1.metrics.k8s.io',
      ]),
    );
    expect(applied.join('\n')).not.toContain('undefined');
  });
});
