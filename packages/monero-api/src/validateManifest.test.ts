import { KINDS } from './generated/definitions';
import { parseNodeSet } from './parseManifest';
import { MANIFEST_CASES } from './testdata/manifests';
import { network, nodeSet } from './testdata/manifests/manifestCase';
import { validateManifest } from './validateManifest';
import type { Violation } from './violation';

function words(violations: readonly Pick<Violation, 'path' | 'message'>[]) {
  return violations.map(({ path, message }) => `${path}: ${message}`).sort();
}

describe.each(Object.entries(MANIFEST_CASES))(
  'validateManifest on %s',
  (kind, cases) => {
    it.each(cases.map(row => [row.name, row] as const))(
      'must %s',
      (_name, { manifest, old, expected }) => {
        expect(words(validateManifest(manifest, old))).toEqual(words(expected));
      },
    );

    it.each(
      cases
        .filter(row => row.old !== undefined)
        .map(row => [row.name, row.old] as const),
    )('must accept what is changed in "%s"', (_name, old) => {
      expect(validateManifest(old)).toEqual([]);
    });

    it('names every case once, and of its own kind', () => {
      const names = cases.map(row => row.name);
      expect(new Set(names).size).toBe(names.length);
      const kinds = cases.map(row => (row.manifest as { kind: string }).kind);
      expect(new Set(kinds)).toEqual(new Set([kind]));
    });
  },
);

describe('validateManifest', () => {
  it('carries the refused value', () => {
    expect(validateManifest(nodeSet({ diskSize: '5 GB' }))[0].value).toBe(
      '5 GB',
    );
  });

  it('changes neither the manifest nor the object before', () => {
    const manifest = nodeSet({ replicas: null });
    const old = nodeSet({});
    validateManifest(manifest, old);
    expect([manifest, old]).toEqual([nodeSet({ replicas: null }), nodeSet({})]);
  });

  it.each([
    ['text', 'kind: MoneroNodeSet'],
    ['a list', []],
    ['nothing', undefined],
    ['null', null],
  ])('refuses %s for a manifest', (_what, raw) => {
    expect(words(validateManifest(raw))).toEqual([
      ': A manifest is a mapping with apiVersion, kind, metadata and spec.',
    ]);
  });

  it('refuses objects of other kinds before it looks at their fields', () => {
    expect(
      words(validateManifest({ apiVersion: 'v1', kind: 'Pod', spec: 7 })),
    ).toEqual([
      'apiVersion: apiVersion must be utxo.com.br/v1alpha1.',
      `kind: kind must be ${KINDS.slice(0, -1).join(', ')} or ${
        KINDS[KINDS.length - 1]
      }.`,
      'metadata.name: Required value: name or generateName is required',
    ]);
  });

  it('takes a network for no node set', () => {
    expect(() => parseNodeSet(network({}))).toThrow(
      'kind: kind must be MoneroNodeSet.',
    );
  });
});
