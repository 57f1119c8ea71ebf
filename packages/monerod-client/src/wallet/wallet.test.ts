import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { FakeDaemon, fakeDaemon, rpcResult } from '../__testUtils__/fakeDaemon';
import { Endpoint } from '../endpoint';
import { MonerodError } from '../errors';
import { callEndpoint } from '../rpc';
import { createRestrictedWalletClient, createWalletClient } from './client';
import { restrictedWalletEndpoints, walletEndpoints } from './endpoints';

type Name = keyof typeof walletEndpoints;

const REPLIES = join(__dirname, '..', 'testdata', 'wallet');
const NAMES = Object.keys(walletEndpoints) as Name[];

/** Answers that say no more than that it went well, or that a regtest wallet cannot give. */
const NOT_CAPTURED: readonly Name[] = [
  'startMining',
  'stopMining',
  'finalizeMultisig',
];

const captured = (name: Name): string =>
  readFileSync(join(REPLIES, `${name}.json`), 'utf8');

const replay = (name: Name, reply: string): Promise<unknown> =>
  callEndpoint(
    { ...walletEndpoints[name], encode: undefined } as Endpoint<
      unknown,
      unknown
    >,
    undefined,
    {
      listener: 'unrestricted',
      transport: {
        timeoutMs: 1_000,
        post: async () => Buffer.from(reply),
        close: async () => undefined,
      },
    },
  );

it('has a captured answer of the real program for every method', () => {
  const have = readdirSync(REPLIES).map(file => file.replace('.json', ''));
  expect([...have, ...NOT_CAPTURED].sort()).toEqual([...NAMES].sort());
});

describe.each(NAMES.filter(name => !NOT_CAPTURED.includes(name)))(
  '%s',
  name => {
    it('means what it should', async () => {
      expect(await replay(name, captured(name))).toMatchSnapshot();
    });

    it('answers any JSON with a result or a typed error', async () => {
      const keys = Object.keys(JSON.parse(captured(name)).result);
      const fields = fc.dictionary(
        fc.constantFrom('x', ...keys),
        fc.jsonValue(),
      );
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(
            fc.jsonValue(),
            fields.map(result => ({ result })),
          ),
          async json => {
            const error = await replay(name, JSON.stringify(json)).then(
              () => undefined,
              reason => reason,
            );
            expect(error === undefined || error instanceof MonerodError).toBe(
              true,
            );
          },
        ),
        { numRuns: 25 },
      );
    });
  },
);

describe('a client', () => {
  let server: FakeDaemon;

  beforeEach(async () => {
    server = await fakeDaemon((_request, response) =>
      response.end(rpcResult({})),
    );
  });

  afterEach(() => server.stop());

  const sent = () => JSON.parse(server.requests[0].body);

  it('says amounts with all their digits', async () => {
    const wallet = createWalletClient({ url: server.url });
    await wallet
      .transfer({
        destinations: [
          { address: 'a', amountAtomicUnits: 18_446_744_073_709_551_615n },
        ],
        priority: 'priority',
      })
      .catch(() => undefined);
    await wallet.close();
    expect(server.requests[0].body).toContain('"amount":18446744073709551615');
    expect(sent()).toMatchObject({
      method: 'transfer',
      params: { priority: 4, do_not_relay: false },
    });
  });

  it('leaves out what was not said', async () => {
    const wallet = createWalletClient({ url: server.url });
    await wallet.setDaemon({ address: 'host:1' });
    await wallet.close();
    expect(sent().params).toEqual({
      address: 'host:1',
      trusted: false,
      ssl_support: 'autodetect',
    });
  });

  it.each([
    [{ kinds: ['in'] as const }, { in: true, filter_by_height: false }],
    [
      { kinds: ['out', 'pool'] as const, afterBlockIndex: 5 },
      { out: true, pool: true, filter_by_height: true, min_height: 5 },
    ],
  ])('asks for the transfers %j', async (params, wire) => {
    const wallet = createWalletClient({ url: server.url });
    await wallet.getTransfers(params);
    await wallet.close();
    expect(sent().params).toMatchObject(wire);
    expect(sent().params).not.toHaveProperty('pending');
  });

  it('has a restricted kind, which lacks what moves money', async () => {
    const wallet = createRestrictedWalletClient({ url: server.url });
    // @ts-expect-error denied with --restricted-rpc
    expect(wallet.transfer).toBeUndefined();
    // @ts-expect-error denied with --restricted-rpc
    expect(wallet.queryKey).toBeUndefined();
    expect(typeof wallet.getBalance).toBe('function');
    await wallet.close();
    expect(Object.keys(restrictedWalletEndpoints)).toHaveLength(48);
  });
});
