import { render, screen } from '@testing-library/react';
import type { NodeHealth, Rollout } from '@monero-portal/plugin-monero-common';
import { aNode, renderPage } from '../../__testUtils__';
import { titleOf } from './inWords';
import { RolloutCard } from './RolloutCard';

const rollout: Rollout = {
  updated: 2,
  waitsFor: 'wallet-eu-1',
  image: { from: 'monerod:v0.18.3.4', to: 'monerod:v0.18.4.0' },
};

describe('RolloutCard', () => {
  it('says how far it is, for whom it waits, and how long that takes', async () => {
    renderPage(
      <RolloutCard
        rollout={rollout}
        replicas={3}
        verb="replaced"
        waitsFor={aNode({
          state: 'Behind',
          reason: '184 blocks behind, about 6 min.',
        })}
      />,
    );
    const words = '2 of 3 replaced · waits for wallet-eu-1 to be in sync';
    const bar = await screen.findByRole('progressbar', {
      name: 'Upgrade to 0.18.4.0',
    });
    expect(bar).toHaveAttribute('aria-valuenow', '2');
    expect(bar).toHaveAttribute('aria-valuemax', '3');
    expect(bar).toHaveAttribute('aria-valuetext', words);
    expect(
      screen.getByText(`${words}. 184 blocks behind, about 6 min.`),
    ).toBeVisible();
  });

  it.each<Partial<NodeHealth>>([
    { state: 'In sync' },
    { state: 'Pending', reason: 'The image cannot be pulled.' },
  ])('leaves to the verdict what else is so: %j', async differs => {
    renderPage(
      <RolloutCard
        rollout={rollout}
        replicas={3}
        verb="changed"
        waitsFor={aNode(differs)}
      />,
    );
    expect(
      await screen.findByText(
        '2 of 3 changed · waits for wallet-eu-1 to be in sync',
      ),
    ).toBeVisible();
  });

  it('keeps its title when the last old pod is gone, but not for another change', async () => {
    const last: Rollout = { updated: 3, waitsFor: 'wallet-eu-1' };
    const shown = ({ image }: Rollout, generation: number) => (
      <RolloutCard
        key={generation}
        rollout={{ ...last, image }}
        replicas={3}
        verb="replaced"
      />
    );
    const { rerender } = render(shown(rollout, 7));
    rerender(shown(last, 7));
    expect(
      screen.getByRole('heading', { name: 'Upgrade to 0.18.4.0' }),
    ).toBeVisible();
    expect(
      screen.getByText('3 of 3 replaced · waits for wallet-eu-1 to be in sync'),
    ).toBeVisible();

    rerender(shown(last, 8));
    expect(
      screen.getByRole('heading', { name: 'Change being rolled out' }),
    ).toBeVisible();
  });

  it('waits for nobody in particular', async () => {
    renderPage(
      <RolloutCard rollout={{ updated: 0 }} replicas={2} verb="replaced" />,
    );
    expect(await screen.findByText('0 of 2 replaced')).toBeVisible();
    expect(
      screen.getByRole('heading', { name: 'Change being rolled out' }),
    ).toBeVisible();
  });
});

describe('titleOf', () => {
  const to = 'registry.example:5000/xmr/monerod:v0.18.4.0';
  it.each([
    ['monerod:v0.18.3.4', to, 'Upgrade to 0.18.4.0'],
    ['monerod:0.18.10.0-alpine', to, 'Downgrade to 0.18.4.0'],
    ['other/monerod:v0.18.4.0', to, 'Change to image monerod:v0.18.4.0'],
    [to, 'a/monerod:latest', 'Change to image monerod:latest'],
    [to, `monerod@sha256:0123`, 'Change to image monerod@sha256:0123'],
    [`monerod:1.2@sha256:0123`, to, 'Downgrade to 0.18.4.0'],
  ])('from %s to %s', (from, image, title) => {
    expect(titleOf({ updated: 0, image: { from, to: image } })).toBe(title);
  });
});
