import fc from 'fast-check';
import type { Schema } from '../crd';
import { applyDefaults } from './applyDefaults';
import { schemaOf } from './kinds';
import { withoutDefaults } from './withoutDefaults';

const SCHEMA: Schema = {
  type: 'object',
  properties: {
    replicas: { type: 'integer', default: 1 },
    paused: { type: 'boolean', default: false },
    name: { type: 'string' },
    strategy: {
      type: 'object',
      default: {},
      properties: { max: { type: 'integer', default: 1 } },
    },
    rules: {
      type: 'array',
      items: {
        type: 'object',
        properties: { effect: { type: 'string', default: 'Allow' } },
      },
    },
  },
};

describe('withoutDefaults', () => {
  it.each([
    [{}, {}],
    [{ replicas: 1, paused: false, strategy: { max: 1 } }, {}],
    [
      { replicas: 2, name: 'a' },
      { replicas: 2, name: 'a' },
    ],
    [{ strategy: { max: 3 } }, { strategy: { max: 3 } }],
    [{ rules: [{ effect: 'Allow' }, {}] }, { rules: [{}, {}] }],
    [{ name: null, unknown: 1 }, { unknown: 1 }],
  ])('of %j is %j', (value, meant) => {
    expect(withoutDefaults(value, SCHEMA)).toEqual(meant);
  });

  it('takes away nothing that defaults would not bring back', () => {
    const value = fc.record(
      {
        replicas: fc.integer({ min: 0, max: 3 }),
        paused: fc.boolean(),
        name: fc.string(),
        strategy: fc.record(
          { max: fc.integer({ min: 0, max: 2 }) },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(value, each => {
        const full = applyDefaults(each, SCHEMA);
        expect(withoutDefaults(full, SCHEMA)).toEqual(
          withoutDefaults(each, SCHEMA),
        );
        expect(applyDefaults(withoutDefaults(each, SCHEMA), SCHEMA)).toEqual(
          full,
        );
      }),
    );
  });

  it('makes a node set with every default spelled out the one without', () => {
    const schema = schemaOf('MoneroNodeSet');
    const manifest = { spec: { network: 'regtest' } };
    const full = applyDefaults(manifest, schema);
    expect(full).not.toEqual(manifest);
    expect(withoutDefaults(full, schema)).toEqual(manifest);
  });
});
