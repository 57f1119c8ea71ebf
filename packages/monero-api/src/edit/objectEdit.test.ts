import { parse } from 'yaml';
import { validateManifest } from '../validateManifest';
import { setProposal } from './annotations';
import {
  editFieldsOf,
  editObject,
  readObjectEdit,
  titleOfEdit,
} from './objectEdit';

const FILE = `# Wallets of the European shop.
apiVersion: utxo.com.br/v1alpha1
kind: MoneroNodeSet
metadata:
    name:   "wallet-eu"   # odd, but theirs
    namespace: wallets
spec:
    # one can fail while another is updated
    replicas: 2   # see the runbook
    monerod:
        args:
        # wallets need room
        - '--out-peers=64'  # not more
        - "--public-node"

    futureField: {a: 1,   b: [x,y]}
`;

const NETWORK = `# For the tests of the shop.
kind: MoneroNetwork
apiVersion: utxo.com.br/v1alpha1
metadata: { name: regtest }
spec:
  replicas: 4 # grows on Fridays
  template:
    spec:
      monerod:
        args: [--fixed-difficulty=1]
  futureField: 1
`;

const MINERS = `kind: MoneroMiningNodeSet
apiVersion: utxo.com.br/v1alpha1
metadata:
  name: miners
spec:
  xmrig:
    args:
      - -o
      - pool.example.org:5556 # theirs
      - -u
      - me.node-$(id)
`;

describe('editObject', () => {
  it('reads what a form begins with, and puts it back without a trace', () => {
    const edit = readObjectEdit(FILE);
    expect(edit).toEqual({
      replicas: 2,
      hardAntiAffinity: false,
      args: ['--out-peers=64', '--public-node'],
      paused: false,
      tor: false,
      i2p: false,
    });
    expect(editObject(FILE, { ...edit, image: '', diskSize: '' })).toBe(FILE);
  });

  it('takes away what is emptied, and leaves what is not told', () => {
    expect(editObject(FILE, { args: [] })).not.toContain('monerod');
    expect(editObject(FILE, {})).toBe(FILE);
  });

  it.each([
    [
      'a network, in the specification of its members',
      NETWORK,
      { replicas: 5, diskSize: '2Gi', image: 'x/monerod:v0.18.4.0' },
      NETWORK.replace('replicas: 4', 'replicas: 5').replace(
        /( {6}monerod:\n)(.*\n)/,
        '$1        image: x/monerod:v0.18.4.0\n$2      diskSize: 2Gi\n',
      ),
    ],
    [
      'miners',
      MINERS,
      { replicas: 2, hugePages: true },
      `${MINERS.replace(
        'spec:\n',
        'spec:\n  replicas: 2\n',
      )}  hugePages: true\n`,
    ],
    [
      'Tor, and its keys stay when it is turned off',
      NETWORK.replace(
        '        args',
        '        prune: false\n      tor: { enabled: true, secretRef: { name: a } }',
      ).replace(/: \[--fixed.*\n/, '\n'),
      { tor: false },
      NETWORK.replace(
        '        args',
        '        prune: false\n      tor: { enabled: false, secretRef: { name: a } }',
      ).replace(/: \[--fixed.*\n/, '\n'),
    ],
    [
      'an argument of miners, and its comment stays',
      MINERS,
      { args: ['-o', 'pool.example.org:5556', '-u', 'me.rig-$(id)'] },
      MINERS.replace('me.node', 'me.rig'),
    ],
  ])('changes %s', (_, text, edit, expected) => {
    expect(editObject(text, edit)).toBe(expected);
    expect(editObject(expected, readObjectEdit(text))).not.toBe(expected);
  });

  it('reads of a network what its members are told', () => {
    expect(readObjectEdit(NETWORK)).toEqual({
      replicas: 4,
      hardAntiAffinity: false,
      args: ['--fixed-difficulty=1'],
      paused: false,
      tor: false,
      i2p: false,
    });
    expect(readObjectEdit('kind: MoneroNetwork\n').replicas).toBe(3);
  });

  it('knows fields at places that the schema of each kind has', () => {
    const fields = (['MoneroNodeSet', 'MoneroNetwork'] as const).map(
      editFieldsOf,
    );
    expect(fields[0]).toEqual(fields[1]);
    const text = editObject(MINERS, {
      replicas: 1,
      hardAntiAffinity: true,
      image: 'x/y:1',
      hugePages: true,
      paused: true,
    });
    expect(
      validateManifest(parse(text)).filter(({ message }) =>
        /unknown field/.test(message),
      ),
    ).toEqual([]);
  });

  it.each([
    [MINERS, { diskSize: '1Gi' }, 'A MoneroMiningNodeSet has no disk size.'],
    ['kind: Pod\n', {}, 'The file holds a Pod; only MoneroNodeSet'],
    ['spec: {}\n', {}, 'The file holds no kind; only MoneroNodeSet'],
  ])('refuses what cannot be done: %j', (text, edit, message) => {
    expect(() => editObject(text, edit)).toThrow(message);
  });

  it('ties to a proposal and back', () => {
    const tied = setProposal(FILE, 7);
    expect(parse(tied).metadata.annotations).toEqual({
      'utxo.com.br/proposal': '7',
    });
    expect(setProposal(tied, 8)).toBe(tied.replace('"7"', '"8"'));
    expect(setProposal(tied, undefined)).toBe(FILE);
  });

  it.each([
    [{ replicas: 3 }, 'Scale eu from 2 to 3'],
    [{ args: [] }, 'Change arguments of eu'],
    [{ diskSize: '1Ti' }, 'Set disks of eu to 1Ti'],
    [{ image: 'r.example:5000/monerod:v0.18.4.0' }, 'Set eu to v0.18.4.0'],
    [{ image: 'r.example:5000/monerod' }, 'Change image of eu'],
    [{ paused: true }, 'Pause eu'],
    [{ tor: true }, 'Turn Tor on for eu'],
    [{ tor: true, i2p: true }, 'Change Tor and I2P of eu'],
    [
      { replicas: 3, image: 'x', args: [] },
      'Change size, image and arguments of eu',
    ],
  ])('says what %j does', (change, title) => {
    const before = readObjectEdit(FILE);
    expect(titleOfEdit('eu', before, { ...before, ...change })).toBe(title);
  });
});
