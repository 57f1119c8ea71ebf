import { mockServices } from '@backstage/backend-test-utils';
import { readCollatorSettings } from './config';

const read = (collators?: object) =>
  readCollatorSettings(
    mockServices.rootConfig({
      data: collators ? { search: { collators: { ...collators } } } : {},
    }),
  );

describe('readCollatorSettings', () => {
  it('needs nothing', () => {
    expect(read()).toEqual({
      schedule: {
        frequency: { minutes: 5 },
        timeout: { minutes: 2 },
        initialDelay: { seconds: 15 },
      },
      locationTemplate: '/catalog/:namespace/:kind/:name',
    });
  });

  it('takes a schedule, and where the catalog has its pages', () => {
    const settings = read({
      monero: {
        schedule: { frequency: { hours: 1 }, timeout: { minutes: 1 } },
      },
      catalog: { locationTemplate: '/things/:namespace/:kind/:name' },
    });
    expect(settings.schedule).toMatchObject({ frequency: { hours: 1 } });
    expect(settings.locationTemplate).toBe('/things/:namespace/:kind/:name');
  });

  it('names the key of a schedule that cannot be read', () => {
    expect(() =>
      read({ monero: { schedule: { frequency: 'often' } } }),
    ).toThrow(/search\.collators\.monero\.schedule cannot be read; write it/);
  });
});
