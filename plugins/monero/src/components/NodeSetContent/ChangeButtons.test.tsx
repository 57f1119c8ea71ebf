import { screen } from '@testing-library/react';
import {
  aGitManifest,
  failing,
  renderPage,
  type PageOptions,
} from '../../__testUtils__';
import { ChangeButtons } from './ChangeButtons';

const REF = { cluster: 'dev', namespace: 'wallets', name: 'wallet-eu' };

function render(options: PageOptions = {}) {
  return renderPage(<ChangeButtons nodeSetRef={REF} />, {
    changeTemplate: true,
    ...options,
  });
}

// A busy machine renders slowly.
jest.setTimeout(20_000);

describe('ChangeButtons', () => {
  it.each(['Scale', 'Change'])(
    '%s leads to the form, filled in from Git',
    async name => {
      render();

      const link = await screen.findByRole('link', { name });
      const url = new URL(link.getAttribute('href') ?? '', 'http://x');
      expect(url.pathname).toBe(
        '/create/templates/default/monero-node-set-change',
      );
      expect(JSON.parse(url.searchParams.get('formData') ?? '')).toEqual({
        nodeSet: { ...REF, network: 'stagenet', diskSize: '100Gi' },
        replicas: 2,
        hardAntiAffinity: false,
        diskSize: '100Gi',
        args: ['--out-peers=64'],
      });
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
