import { Codec, StorageError, toPlain, untypedCodec } from '../../storage';
import { failure, toHex } from '../../storage/__testUtils__/hex';
import {
  describeCommand,
  encodeMessage,
  handshake,
  LevinMessage,
  LevinParser,
  NETWORKS,
  PeerListEntry,
  ping,
  RequestOf,
  ResponseOf,
  supportFlags,
  timedSync,
} from '..';
import { recordedStreams } from '../__testUtils__/recordings';

const CALLS = [handshake, timedSync, ping, supportFlags];

/** The codec of a message's body; `undefined` for those we read past. */
function codecOf({ command, kind }: LevinMessage): Codec<object> | undefined {
  const call = CALLS.find(each => each.command === command);
  return kind === 'response' ? call?.response : call?.request;
}

function messagesOf(pieces: Uint8Array[]): LevinMessage[] {
  const parser = new LevinParser();
  parser.handshakeDone = true;
  const messages = pieces.flatMap(piece => [...parser.push(piece)]);
  parser.end();
  return messages;
}

describe.each(recordedStreams())('recorded: $name', ({ pieces }) => {
  const messages = messagesOf(pieces);

  it('comes out the same when it is written again', () => {
    const again = messages.map(message => {
      const body = message.body ?? new Uint8Array(0);
      const codec: Codec<object> = codecOf(message) ?? untypedCodec();
      return encodeMessage({
        ...message,
        body: codec.encode(codec.decode(body)),
      });
    });
    expect(toHex(Buffer.concat(again))).toBe(toHex(Buffer.concat(pieces)));
  });

  it('means the same to the typed codecs as to the untyped one', () => {
    const known = messages.filter(codecOf);
    expect(known.length).toBeGreaterThan(0);
    known.forEach(message => {
      const body = message.body ?? new Uint8Array(0);
      const plain = JSON.stringify(toPlain(untypedCodec().decode(body)));
      const value = JSON.stringify(
        codecOf(message)?.decode(body),
        (_key, each) => (typeof each === 'bigint' ? `${each}` : each),
      );
      // Names and form differ; the values that identify it do not.
      const ids = (text: string) =>
        text.replaceAll('"0x', '"').match(/"([0-9a-f]{64}|[0-9]{15,20})"/g);
      expect(ids(value)?.sort()).toEqual(ids(plain)?.sort());
    });
  });
});

it('records every call of ours, and both versions of monerod', () => {
  const seen = recordedStreams().flatMap(({ name, pieces }) =>
    messagesOf(pieces).map(
      ({ kind, command }) =>
        `${name.replace(/\.json.*/, '')} ${kind} ${describeCommand(command)}`,
    ),
  );
  for (const version of ['0-18-0', '0-18-4']) {
    for (const { command } of CALLS) {
      expect(seen).toContain(
        `calls.${version} response ${describeCommand(command)}`,
      );
    }
  }
  expect(seen).toContain('0-18-4.dials.us request handshake (1001)');
  expect(seen).toContain(
    '0-18-0.dials.0-18-4 notification newFluffyBlock (2008)',
  );
});

it('reads the peers that a real monerod tells of', () => {
  const [stream] = recordedStreams().filter(
    ({ name }) => name === 'peers.0-18-4.json fromListener',
  );
  const [{ body = new Uint8Array(0) }] = messagesOf(stream.pieces);
  const { peers } = handshake.response.decode(body);
  const [{ peerId }] = peers;
  const port = 18080;
  const rest = {
    peerId,
    lastSeen: 0n,
    pruningSeed: 0,
    rpcPort: 0,
    rpcCreditsPerHash: 0,
  };
  expect(peers).toHaveLength(2);
  expect(peers).toEqual(
    expect.arrayContaining([
      { ...rest, address: { type: 'ipv4', host: '203.0.113.2', port } },
      { ...rest, address: { type: 'ipv6', host: '2001:db8::2', port } },
    ]),
  );
});

const ENTRY: PeerListEntry = {
  address: { type: 'ipv4', host: '203.0.113.1', port: 18080 },
  peerId: 2n ** 64n - 1n,
  lastSeen: 0n,
  pruningSeed: 384,
  rpcPort: 18089,
  rpcCreditsPerHash: 0,
};
const REQUEST: RequestOf<typeof handshake> = {
  nodeData: {
    networkId: NETWORKS.stagenet.networkId,
    peerId: 5n,
    myPort: 0,
    rpcPort: 0,
    rpcCreditsPerHash: 0,
    supportFlags: 1,
  },
  syncData: {
    height: 2n ** 63n,
    cumulativeDifficulty: 2n ** 127n + 7n,
    topId: NETWORKS.stagenet.genesisId,
    topVersion: 16,
    pruningSeed: 0,
  },
};
const RESPONSE: ResponseOf<typeof handshake> = {
  ...REQUEST,
  peers: [
    ENTRY,
    { ...ENTRY, address: { type: 'ipv6', host: '2001:db8::7', port: 1 } },
    { ...ENTRY, lastSeen: -1n, rpcPort: 0, pruningSeed: 0 },
  ],
};

describe('handshake', () => {
  it('keeps what monerod of today would not send too', () => {
    const { request, response } = handshake;
    expect(request.decode(request.encode(REQUEST))).toEqual(REQUEST);
    expect(response.decode(response.encode(RESPONSE))).toEqual(RESPONSE);
  });

  it.each<[string, () => unknown, string]>([
    [
      'a network id that is none',
      () =>
        handshake.request.encode({
          ...REQUEST,
          nodeData: { ...REQUEST.nodeData, networkId: 'mainnet' },
        }),
      'nodeData.networkId: expected 32 hexadecimal digits in lower case, got "mainnet"',
    ],
    [
      'a difficulty of more than 128 bits',
      () =>
        handshake.request.encode({
          ...REQUEST,
          syncData: { ...REQUEST.syncData, cumulativeDifficulty: 2n ** 128n },
        }),
      'syncData: cumulativeDifficulty: 340282366920938463463374607431768211456 is not of 128 bits',
    ],
    [
      'more peers than monerod takes',
      () =>
        handshake.response.encode({
          ...RESPONSE,
          peers: new Array(251).fill(ENTRY),
        }),
      'peers: expected at most 250 elements, got 251',
    ],
    [
      'a peer of a port that is none',
      () =>
        handshake.response.encode({
          ...RESPONSE,
          peers: [ENTRY, { ...ENTRY, rpcPort: -1 }],
        }),
      'peers[1].rpcPort: expected an integer from 0 to 65535, got -1',
    ],
  ])('refuses %s', (_what, work, message) => {
    const error = failure<StorageError>(work);
    expect([error.code, error.message]).toEqual(['BadValue', message]);
  });

  it('names what is missing', () => {
    const bytes = timedSync.request.encode({ syncData: REQUEST.syncData });
    const error = failure<StorageError>(() => handshake.request.decode(bytes));
    expect([error.code, error.path]).toEqual(['MissingField', 'nodeData']);
  });
});
