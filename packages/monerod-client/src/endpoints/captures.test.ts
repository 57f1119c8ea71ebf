import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AnyEndpoint } from '../endpoint';
import { callEndpoint } from '../rpc';
import { CAPTURES, RefusedWith } from './__fixtures__/captures';
import { unrestrictedEndpoints } from './index';

type Name = keyof typeof unrestrictedEndpoints;

const REPLIES = join(__dirname, '..', 'testdata', 'rpc');

const namesIn = (version: string) =>
  readdirSync(join(REPLIES, version)).map(
    file => file.replace(/\.\w+$/, '') as Name,
  );

/** Text is kept as it is, bytes in hexadecimal. */
function replyOf(version: string, name: Name): Uint8Array {
  const path = join(REPLIES, version, name);
  return existsSync(`${path}.hex`)
    ? Buffer.from(readFileSync(`${path}.hex`, 'utf8').trim(), 'hex')
    : readFileSync(`${path}.json`);
}

const replay = (version: string, name: Name): Promise<unknown> => {
  const reply = replyOf(version, name);
  // The request is of no matter here.
  const encode =
    unrestrictedEndpoints[name].style === 'binary'
      ? () => new Uint8Array()
      : undefined;
  const endpoint = { ...unrestrictedEndpoints[name], encode };
  return callEndpoint(endpoint as AnyEndpoint<unknown, unknown>, undefined, {
    listener: 'unrestricted',
    transport: {
      timeoutMs: 1_000,
      post: async () => reply,
      close: async () => undefined,
    },
  });
};

const rows = ['0-18-4', '0-18-0'].flatMap(version =>
  namesIn(version).map(name => [version, name] as const),
);

it('has a captured reply of every endpoint', () => {
  expect(new Set(namesIn('0-18-4'))).toEqual(
    new Set(Object.keys(unrestrictedEndpoints)),
  );
});

it.each(rows)('%s: %s means what it should', async (version, name) => {
  const answer = replay(version, name).catch(
    (error: Error) => new RefusedWith(error.message),
  );
  expect(await answer).toStrictEqual(CAPTURES[name]);
});
