import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Endpoint, Listener } from '../endpoint';
import { MonerodError } from '../errors';
import { callEndpoint } from '../rpc';
import { Transport } from '../transport';
import { EXPECTED, Expectation } from './__fixtures__/expected';
import { unrestrictedEndpoints } from './index';

const NOBODY: Transport = {
  timeoutMs: 1_000,
  post: async () => {
    throw new Error('not expected to be called');
  },
  close: async () => undefined,
};

const replay = (reply: string): Transport => ({
  ...NOBODY,
  post: async () => Buffer.from(reply),
});

const captured = (name: string): string =>
  readFileSync(join(__dirname, '__fixtures__', `${name}.json`), 'utf8');

const rows = Object.entries(EXPECTED).flatMap(([name, cases]) =>
  Object.entries(cases as Record<string, Expectation<unknown>>).map(
    ([reply, expectation]) =>
      [reply, name as keyof typeof unrestrictedEndpoints, expectation] as const,
  ),
);

const call = (
  name: keyof typeof unrestrictedEndpoints,
  reply: string,
  listener: Listener = 'unrestricted',
): Promise<unknown> =>
  callEndpoint(
    unrestrictedEndpoints[name] as Endpoint<unknown, unknown>,
    { blocks: 1, walletAddress: 'x' },
    { transport: replay(reply), listener },
  );

describe('endpoints', () => {
  it.each(rows)(
    'decodes the captured reply %s',
    async (reply, name, expectation) => {
      await expect(
        call(name, captured(reply), expectation.listener),
      ).resolves.toStrictEqual(expectation.result);
    },
  );

  it.each(Object.keys(EXPECTED) as (keyof typeof unrestrictedEndpoints)[])(
    '%s answers any JSON with a result or a typed error',
    async name => {
      const keys = Object.keys(JSON.parse(captured(name)).result ?? {});
      const fields = fc.dictionary(
        fc.constantFrom(
          'status',
          'count',
          'block_header',
          'pool_stats',
          ...keys,
        ),
        fc.jsonValue(),
      );
      const answer = fc.oneof(
        fc.jsonValue(),
        fields,
        fields.map(result => ({ result: { ...result, status: 'OK' } })),
        fc.jsonValue().map(error => ({ error })),
      );
      await fc.assert(
        fc.asyncProperty(answer, async json => {
          const error = await call(name, JSON.stringify(json)).then(
            () => undefined,
            reason => reason,
          );
          expect(error === undefined || error instanceof MonerodError).toBe(
            true,
          );
        }),
        { numRuns: 50 },
      );
    },
  );
});
