import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { QrCodeButton } from './QrCodeButton';
import { qrPathOf } from './qrPath';

const ADDRESS = 'wallet-eu-rpc.wallets.svc.cluster.local:18089';

/** Whether a module of the drawn code is dark. */
function isDark(path: string, x: number, y: number): boolean {
  return [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].some(
    ([, left, top, width]) =>
      Number(top) === y &&
      x >= Number(left) &&
      x < Number(left) + Number(width),
  );
}

describe('a QR code', () => {
  it('has the three finder patterns, and nothing dark in the quiet zone', () => {
    const { size, path } = qrPathOf(ADDRESS)!;
    const near = 4;
    const far = size - 4 - 7;
    for (const [x, y] of [
      [near, near],
      [far, near],
      [near, far],
    ]) {
      const row = [0, 1, 2, 3, 4, 5, 6].map(i => isDark(path, x + i, y + 3));
      expect(row).toEqual([true, false, true, true, true, false, true]);
    }
    const dark = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(each =>
      each.slice(1).map(Number),
    );
    expect(Math.min(...dark.map(([x]) => x))).toBe(4);
    expect(Math.max(...dark.map(([x, , width]) => x + width))).toBe(size - 4);
    expect(Math.min(...dark.map(([, y]) => y))).toBe(4);
  });

  it('is made of nothing too long to be read', () => {
    expect(qrPathOf('4'.repeat(513))).toBeUndefined();
    expect(qrPathOf('4'.repeat(512))).toBeDefined();
  });

  it('is shown by a button, with the text for who cannot see it', async () => {
    renderInTestApp(
      <QrCodeButton label="Inside the cluster" value={ADDRESS} />,
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'QR code: Inside the cluster',
      }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Inside the cluster',
    });
    expect(
      within(dialog).getByRole('img', { name: `QR code of ${ADDRESS}` }),
    ).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});
