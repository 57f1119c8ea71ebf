import { ConfigReader } from '@backstage/config';
import { readProviderSettings } from './config';

const app = { baseUrl: 'https://portal.example.com/' };

function read(monero?: object) {
  return readProviderSettings(
    new ConfigReader({
      app,
      ...(monero && { catalog: { providers: { monero } } }),
    }),
  );
}

describe('readProviderSettings', () => {
  it('needs no configuration', () => {
    expect(read()).toEqual({
      schedule: {
        frequency: { seconds: 10 },
        timeout: { seconds: 30 },
        scope: 'local',
      },
      defaultOwner: 'group:default/guests',
      appBaseUrl: 'https://portal.example.com',
      namespaces: {},
      clusterEntities: true,
    });
  });

  it('takes a schedule, an owner and a system', () => {
    expect(
      read({
        schedule: { frequency: { minutes: 5 }, timeout: { minutes: 1 } },
        defaultOwner: 'platform',
        system: 'monero',
      }),
    ).toEqual({
      schedule: {
        frequency: { minutes: 5 },
        timeout: { minutes: 1 },
        initialDelay: undefined,
        scope: 'local',
      },
      defaultOwner: 'group:default/platform',
      system: 'system:default/monero',
      appBaseUrl: 'https://portal.example.com',
      namespaces: {},
      clusterEntities: true,
    });
  });

  it('maps labels and namespaces to owners and systems', () => {
    expect(
      read({
        ownerLabel: 'team',
        namespaces: { wallets: { owner: 'wallets', system: 'shop' } },
        clusterEntities: false,
      }),
    ).toMatchObject({
      ownerLabel: 'team',
      namespaces: {
        wallets: {
          owner: 'group:default/wallets',
          system: 'system:default/shop',
        },
      },
      clusterEntities: false,
    });
  });

  it('keeps the scope of a schedule that names one', () => {
    const schedule = {
      frequency: { minutes: 5 },
      timeout: { minutes: 1 },
      scope: 'global',
    };
    expect(read({ schedule }).schedule.scope).toBe('global');
  });

  it.each([
    ['defaultOwner', 'group:default/'],
    ['system', 'system:/x'],
  ])('refuses a %s that is no entity reference, and says where', (key, ref) => {
    expect(() => read({ [key]: ref })).toThrow(
      `catalog.providers.monero.${key} is "${ref}", which is no entity reference`,
    );
  });
});
