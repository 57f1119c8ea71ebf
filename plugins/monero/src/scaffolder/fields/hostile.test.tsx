import { fireEvent, screen } from '@testing-library/react';
import { parse } from 'yaml';
import { renderForm } from '../../__testUtils__';
import { checkForm, previewOf } from '../form';

jest.setTimeout(30_000);

const NODES = {
  name: 'wallet-us',
  target: { cluster: 'dev', namespace: 'wallets' },
};

/** What somebody may try with a text that ends up in a file, a shell or a template. */
const HOSTILE = [
  '../../etc/passwd',
  '$(reboot)',
  '${{ secrets.token }}',
  '{{ 7*7 }}',
  '{% raw %}',
  'a\nspec: {}',
  'a: b',
  'a # b',
  '!!js/function "x"',
  '&anchor',
  '*alias',
  '"',
  "'",
  '- -',
  // A Cyrillic а, a full-width a, a zero-width space, an Arabic digit, right-to-left.
  'w\u0430llet',
  'w\uff41llet',
  'wal\u200blet',
  'wallet\u0661',
  '\u202ewallet',
];

describe('hostile input at the form', () => {
  it.each(HOSTILE)('refuses the name %j beside the field', async name => {
    renderForm('Where', { initialState: { name } });

    const field = await screen.findByRole('textbox', { name: /Name/ });
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(
      /cannot name a node set|holds lower-case letters|must be no more|subdomain/,
    );
  });

  it.each(HOSTILE)('writes %j nowhere but where it was typed', text => {
    const form = {
      ...NODES,
      owner: text,
      network: text,
      diskSize: text,
      args: [text],
      image: text,
    };
    const { text: manifest } = previewOf(form);
    const read = parse(manifest);
    expect(read.spec).toEqual({
      replicas: 1,
      diskSize: text,
      monerod: { args: [text], image: text },
    });
    expect(read.metadata.annotations['utxo.com.br/owner']).toBe(text);
    const refused = checkForm(form).map(({ path }) => path);
    expect(refused).toContain('spec.diskSize');
    expect(refused.some(path => path.startsWith('spec.monerod.args'))).toBe(
      true,
    );
  });

  it.each(['a b:1', 'a:b', 'a:99999', 'http://a:1', '$(id):1', 'a:1\n-x', ''])(
    'refuses the pool %j beside the field',
    async pool => {
      renderForm('Miners', {
        initialState: { ...NODES, kind: 'MoneroMiningNodeSet', work: { pool } },
      });

      const field = await screen.findByRole('textbox', { name: /Pool/ });
      // An empty one is asked for when the step is left.
      expect(field.matches('[aria-invalid=true]')).toBe(pool !== '');
      fireEvent.click(await screen.findByRole('button', { name: 'Review' }));
      expect(
        (await screen.findAllByText(/is no pool|is no port|pool/)).length,
      ).toBeGreaterThan(0);
      expect(
        screen.queryByRole('button', { name: 'Create' }),
      ).not.toBeInTheDocument();
    },
  );

  it('refuses 10 MB of arguments without looking at them', async () => {
    const args = Array.from({ length: 10 }, () => 'x'.repeat(1_000_000));
    const start = performance.now();
    expect(checkForm({ ...NODES, args })).toEqual([
      {
        path: 'spec.monerod.args',
        message:
          'These arguments have 10000000 characters; 32768 at most can be proposed. Remove some.',
      },
    ]);
    expect(previewOf({ ...NODES, args }).lines).toEqual([
      { text: '…', refused: expect.stringContaining('10000000 characters') },
    ]);
    // A fraction of what judging them would take, on any machine.
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('refuses 10 MB that are pasted, beside the field, and adds nothing', async () => {
    renderForm('Nodes', { initialState: NODES });

    const field = await screen.findByRole('combobox', { name: /arguments/ });
    fireEvent.change(field, {
      target: { value: `--add-peer=${'x'.repeat(10_000_000)}` },
    });
    expect(field).toHaveAccessibleDescription(
      /That has 10000011 characters; 32768 at most/,
    );
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(screen.getByRole('button', { name: 'Add' })).toBeDisabled();
    expect(
      screen.getByRole('region', { name: 'Manifest' }),
    ).not.toHaveTextContent('add-peer');
  });
});
