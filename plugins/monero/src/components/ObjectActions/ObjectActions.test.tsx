import { screen } from '@testing-library/react';
import {
  aGitManifest,
  failing,
  MINERS_MANIFEST,
  NETWORK_MANIFEST,
  renderPage,
  type PageOptions,
} from '../../__testUtils__';
import { ObjectActions } from './ObjectActions';

const REF = {
  kind: 'MoneroNodeSet',
  cluster: 'dev',
  namespace: 'wallets',
  name: 'wallet-eu',
} as const;

function render(options: PageOptions = {}) {
  return renderPage(<ObjectActions objectRef={REF} />, {
    scaffolder: true,
    ...options,
  });
}

// A busy machine renders slowly.
jest.setTimeout(20_000);

describe('ObjectActions', () => {
  it.each([
    ['Scale', 'monero-scale'],
    ['Upgrade', 'monero-upgrade'],
    ['Tor and I2P', 'monero-anonymity'],
    ['Change', 'monero-node-set-change'],
    ['Retire', 'monero-retire'],
  ])('%s leads to the form %s, filled in from Git', async (name, template) => {
    render();

    const link = await screen.findByRole('link', { name });
    const url = new URL(link.getAttribute('href') ?? '', 'http://x');
    expect(url.pathname).toBe(`/create/templates/default/${template}`);
    expect(JSON.parse(url.searchParams.get('formData') ?? '')).toEqual({
      object: {
        ...REF,
        blob: aGitManifest().blob,
        network: 'stagenet',
        diskSize: '100Gi',
      },
      replicas: 2,
      hardAntiAffinity: false,
      diskSize: '100Gi',
      args: ['--out-peers=64'],
      tor: false,
      i2p: false,
    });
  });

  it.each([
    ['MoneroNetwork', 'regtest', NETWORK_MANIFEST, 'monero-network-change'],
    [
      'MoneroMiningNodeSet',
      'miners',
      MINERS_MANIFEST,
      'monero-mining-node-set-change',
    ],
  ] as const)(
    'lead from a %s to its own forms',
    async (kind, name, manifest, template) => {
      renderPage(<ObjectActions objectRef={{ ...REF, kind, name }} />, {
        scaffolder: true,
        api: {
          getManifest: async ref =>
            ref.kind === kind
              ? aGitManifest({ manifest })
              : failing(404, 'NotFoundError', `No ${ref.kind}.`)(),
        },
      });

      const link = await screen.findByRole('link', { name: 'Change' });
      expect(link.getAttribute('href')).toContain(`/default/${template}?`);
      expect(screen.queryByRole('link', { name: 'Tor and I2P' }) === null).toBe(
        kind === 'MoneroMiningNodeSet',
      );
    },
  );

  it.each<[string, PageOptions, RegExp]>([
    [
      'when Git has no manifest',
      {
        api: {
          getManifest: failing(
            404,
            'NotFoundError',
            'It was applied by other means.',
          ),
        },
      },
      /^It was applied by other means\.$/,
    ],
    [
      'when Git cannot be read',
      {
        api: { getManifest: failing(503, 'ServiceUnavailableError', 'Away.') },
      },
      /cannot be read from Git: Away\./,
    ],
    [
      'when the file cannot be edited',
      {
        api: {
          getManifest: async () =>
            aGitManifest({ manifest: 'a: 1\n---\nb: 2' }),
        },
      },
      /holds several YAML documents/,
    ],
  ])('are disabled %s, and say why', async (_, options, reason) => {
    render(options);

    const button = await screen.findByRole('button', { name: 'Scale' });
    expect(button).toBeDisabled();
    expect(screen.getByText(reason)).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
