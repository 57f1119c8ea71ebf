import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ActorService } from './ActorService';

function serviceWith(catalog: ReturnType<typeof catalogServiceMock.mock>) {
  return new ActorService({
    auth: mockServices.auth(),
    catalog,
    logger: mockServices.logger.mock(),
  });
}

const user = mockCredentials.user('user:default/guest');

describe('ActorService', () => {
  it('takes name and address from the catalog', async () => {
    const catalog = catalogServiceMock.mock();
    catalog.getEntityByRef.mockResolvedValue({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: 'guest' },
      spec: { profile: { displayName: 'Gue St', email: 'g@example.com' } },
    });
    await expect(serviceWith(catalog).actorOf(user)).resolves.toEqual({
      ref: 'user:default/guest',
      name: 'Gue St',
      email: 'g@example.com',
    });
  });

  it.each([
    ['nobody of that name', async () => undefined],
    [
      'no profile',
      async () => ({ apiVersion: 'v1', kind: 'User', metadata: { name: 'x' } }),
    ],
    ['no catalog', async () => Promise.reject(new Error('no catalog'))],
  ])('does with the reference when there is %s', async (_, answer) => {
    const catalog = catalogServiceMock.mock();
    catalog.getEntityByRef.mockImplementation(answer);
    await expect(serviceWith(catalog).actorOf(user)).resolves.toEqual({
      ref: 'user:default/guest',
      name: 'user:default/guest',
      email: 'user.default.guest@backstage.invalid',
    });
  });

  it('does not wait for a catalog that hangs', async () => {
    jest.useFakeTimers();
    try {
      const catalog = catalogServiceMock.mock();
      catalog.getEntityByRef.mockReturnValue(new Promise(() => {}));
      const actor = serviceWith(catalog).actorOf(user);
      await jest.advanceTimersByTimeAsync(3_000);
      await expect(actor).resolves.toMatchObject({
        name: 'user:default/guest',
      });
    } finally {
      jest.useRealTimers();
    }
  });

  it('names a service by its subject', async () => {
    const service = serviceWith(catalogServiceMock.mock());
    await expect(
      service.actorOf(mockCredentials.service('plugin:scaffolder')),
    ).resolves.toEqual({
      ref: 'service:plugin:scaffolder',
      name: 'service:plugin:scaffolder',
      email: 'service.plugin.scaffolder@backstage.invalid',
    });
  });
});
