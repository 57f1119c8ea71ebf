import { join } from 'node:path';
import { footprintOf, grantedBy } from './rights';
import { required } from './support';

const DEPLOY = join(__dirname, '../deploy');

/**
 * After the end-to-end tests of all kinds: what they made the operator do is
 * what its roles grant. It needs them to have run on this cluster, with an
 * operator of these roles (npm run test:e2e -- operator/e2e).
 */
describe('the rights of the operator, by the audit log of the API server', () => {
  const footprint = () =>
    footprintOf(
      required('MONERO_DEV_CLUSTER_DATA'),
      'monero-system:monero-operator',
    );

  it('were enough: nothing was ever forbidden', async () => {
    expect((await footprint()).forbidden).toEqual([]);
  });

  it('were all used, and none that was not granted', async () => {
    const granted = await grantedBy(
      join(DEPLOY, 'rights/cluster-role.yaml'),
      join(DEPLOY, 'base/definitions-role.yaml'),
      join(DEPLOY, 'base/role.yaml'),
    );
    expect(granted.length).toBeGreaterThan(20);
    expect((await footprint()).used).toEqual(granted);
  });
});
