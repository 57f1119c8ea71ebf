import type { Manifest } from '../cluster/apiClient';
import { applyAddons } from './applyAddons';

async function applied(nodes: number): Promise<string[]> {
  const paths: string[] = [];
  const api = {
    get: async () => '',
    apply: async (collection: string, { metadata }: Manifest) => {
      paths.push(`${collection}/${metadata.name}`);
    },
  };
  await applyAddons(api, nodes);
  return paths;
}

describe('applyAddons', () => {
  it('applies each object to the collection it belongs to', async () => {
    const paths = await applied(1);
    expect(paths).toEqual(
      expect.arrayContaining([
        '/apis/rbac.authorization.k8s.io/v1/clusterroles/monero-portal',
        '/api/v1/namespaces/kube-system/services/kube-dns',
        '/apis/discovery.k8s.io/v1/namespaces/kube-system/endpointslices/kube-dns',
        '/apis/apiregistration.k8s.io/v1/apiservices/v1beta1.metrics.k8s.io',
      ]),
    );
    expect(paths.join('\n')).not.toContain('undefined');
  });

  it('registers nothing that nobody would answer for on a control plane alone', async () => {
    const paths = await applied(0);
    expect(paths).toContain(
      '/apis/rbac.authorization.k8s.io/v1/clusterroles/monero-portal',
    );
    expect(paths.join('\n')).not.toMatch(/services|endpointslices/);
  });
});
