import { operationOf, proposalFilterSchema, proposeInputSchema } from '.';

const blob = 'b'.repeat(40);
const object = {
  title: 'Scale web',
  cluster: 'dev',
  namespace: 'monero',
  name: 'web',
  kind: 'MoneroNodeSet',
};

function refusalOf(input: object): string[] {
  const { error } = proposeInputSchema.safeParse(input);
  return (error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
}

describe('what can be proposed', () => {
  it.each([
    ['create', { manifest: 'a: 1' }],
    ['create', { manifest: 'a: 1', operation: 'create' }],
    ['change', { manifest: 'a: 1', baseBlob: blob }],
    ['change', { manifest: 'a: 1', baseBlob: blob, operation: 'change' }],
    ['retire', { baseBlob: blob, operation: 'retire' }],
    ['create', { manifest: 'a: 1', kind: 'MoneroMiningNodeSet' }],
    ['create', { manifest: 'a: 1', requestId: 'task:1-2/x' }],
  ])('to %s by %j', (operation, parts) => {
    const input = proposeInputSchema.parse({ ...object, ...parts });
    expect(operationOf(input)).toBe(operation);
  });

  it.each([
    [{}, 'manifest: Required'],
    [
      { manifest: 'a: 1', operation: 'change' },
      'baseBlob: is required to change an object: read its manifest first, and give the blob that came with it',
    ],
    [
      { operation: 'retire' },
      'baseBlob: is required to retire an object: read its manifest first, and give the blob that came with it',
    ],
    [
      { manifest: 'a: 1', baseBlob: blob, operation: 'retire' },
      'manifest: is left out when an object is retired',
    ],
    [
      { manifest: 'a: 1', baseBlob: blob, operation: 'create' },
      'baseBlob: is left out when an object is created',
    ],
    [
      { manifest: 'a: 1', baseBlob: 'main' },
      'baseBlob: is the blob that the manifest was read with',
    ],
    [
      { manifest: 'a: 1', requestId: 'a b' },
      'requestId: may hold letters, digits and . : / _ -, 300 at most',
    ],
  ])('not by %j', (parts, message) => {
    expect(refusalOf({ ...object, ...parts })).toEqual([message]);
  });
});

describe('what can be asked of the list', () => {
  it('reads numbers from a query', () => {
    expect(
      proposalFilterSchema.parse({ before: '7', limit: '20', state: 'open' }),
    ).toEqual({ before: 7, limit: 20, state: 'open' });
  });

  it.each([{ limit: '501' }, { limit: '0' }, { before: 'x' }, { kind: 'Pod' }])(
    'refuses %j',
    query => {
      expect(proposalFilterSchema.safeParse(query).success).toBe(false);
    },
  );
});
