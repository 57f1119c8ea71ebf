import fc from 'fast-check';
import { failure } from '../storage/__testUtils__/hex';
import {
  COMMAND,
  encodeFragments,
  encodeHeader,
  encodeMessage,
  encodeNoise,
  FLAG,
  LEVIN_LIMITS,
  LevinError,
  LevinHeader,
  LevinMessage,
  LevinParser,
  LevinParserOptions,
  OutgoingMessage,
} from '.';

const PING: OutgoingMessage = {
  kind: 'request',
  command: COMMAND.ping,
  body: Uint8Array.of(1, 2, 3),
};

function join(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}

function parse(
  pieces: Uint8Array[],
  options?: LevinParserOptions,
  handshakeDone = true,
): LevinMessage[] {
  const parser = new LevinParser(options);
  parser.handshakeDone = handshakeDone;
  const messages = pieces.flatMap(piece => [...parser.push(piece)]);
  parser.end();
  return messages;
}

/** A header of which only some matters, and no body. */
function header(part: Partial<LevinHeader>): Uint8Array {
  return encodeHeader({
    length: 0,
    expectsReply: false,
    command: 0,
    returnCode: 0,
    flags: FLAG.request,
    ...part,
  });
}

const messages = fc.array(
  fc.record<OutgoingMessage>({
    kind: fc.constantFrom('request', 'notification', 'response'),
    command: fc.constantFrom(1001, 1002, 2002, 77),
    returnCode: fc.integer({ min: -10, max: 10 }),
    body: fc.uint8Array({ maxLength: 200 }),
  }),
  { maxLength: 6 },
);

describe('LevinParser', () => {
  it('reads what was written, however it is cut into pieces', () => {
    fc.assert(
      fc.property(
        messages,
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }),
        (sent, cuts) => {
          const stream = join(...sent.map(encodeMessage));
          const pieces: Uint8Array[] = [];
          for (let at = 0, turn = 0; at < stream.length; turn++) {
            const size = cuts[turn % cuts.length];
            pieces.push(stream.subarray(at, at + size));
            at += size;
          }
          const expected = sent.map(({ body, returnCode, ...rest }) => ({
            ...rest,
            returnCode,
            body,
            length: body.length,
          }));
          expect(parse(pieces)).toEqual(expected);
        },
      ),
    );
  });

  it('reads bodies of many thousand pieces', () => {
    const body = new Uint8Array(20_000).map((_, index) => index);
    const stream = encodeMessage({ ...PING, command: 1002, body });
    const pieces = Array.from(stream, byte => Uint8Array.of(byte));
    expect(parse(pieces)[0].body).toEqual(body);
  });

  it('drops bodies that nobody wants, as they come', () => {
    const block = {
      kind: 'notification',
      command: COMMAND.newBlock,
      body: new Uint8Array(500),
    } as const;
    const nothing = { ...block, body: new Uint8Array(0) };
    const keep = ({ command }: LevinHeader) => command === COMMAND.ping;
    const stream = [block, nothing, PING].map(encodeMessage);
    const expected = [
      { kind: 'notification', command: 2001, returnCode: 0, length: 500 },
      { kind: 'notification', command: 2001, returnCode: 0, length: 0 },
      { ...PING, returnCode: 0, length: 3 },
    ];
    expect(parse(stream, { keep })).toEqual(expected);
    const bytes = Array.from(join(...stream), byte => Uint8Array.of(byte));
    expect(parse(bytes, { keep })).toEqual(expected);
  });

  it.each([66, 100, 233, 1000])(
    'puts fragments of %i bytes together, between noise and other messages',
    size => {
      const big = { ...PING, command: 2002, body: new Uint8Array(300).fill(7) };
      const pieces = encodeFragments(big, size);
      pieces.forEach(piece => expect(piece).toHaveLength(size));
      const stream = pieces.flatMap(piece => [
        encodeNoise(80),
        piece,
        encodeMessage(PING),
      ]);
      const read = parse(stream);
      const [joined] = read.filter(each => each.command === 2002);
      expect(joined.body?.subarray(0, 300)).toEqual(big.body);
      // One that fits whole is padded; one that was cut has its own length.
      expect(joined.length).toBe(pieces.length === 1 ? size - 33 : 300);
      expect(read).toHaveLength(pieces.length + 1);
    },
  );

  it('does not keep what came in fragments and nobody wants', () => {
    const big = { ...PING, command: 2002, body: new Uint8Array(300) };
    const [message] = parse(encodeFragments(big, 100), { keep: () => false });
    expect(message).toEqual({
      kind: 'request',
      command: 2002,
      returnCode: 0,
      length: 300,
    });
  });

  it('begins anew when a first fragment comes again', () => {
    const big = { ...PING, body: new Uint8Array(300) };
    const pieces = encodeFragments(big, 100);
    expect(parse([pieces[0], pieces[1], ...pieces])).toHaveLength(1);
  });

  it('allows more once the handshake is done, even between two messages', () => {
    const parser = new LevinParser();
    const large = { ...PING, command: 77, body: new Uint8Array(300_000) };
    const seen: number[] = [];
    const stream = join(encodeMessage(PING), encodeMessage(large));
    for (const { command } of parser.push(stream)) {
      seen.push(command);
      parser.handshakeDone = true;
    }
    expect(seen).toEqual([COMMAND.ping, 77]);
    expect(failure<LevinError>(() => parse([stream], {}, false)).message).toBe(
      'command 77: a message of 300000 bytes, 262144 are allowed',
    );
  });

  it('lets a limit of its own stand for every command that has one', () => {
    for (const [command, max] of LEVIN_LIMITS.commandBytes) {
      const parser = new LevinParser({ keep: () => false });
      parser.handshakeDone = true;
      expect([...parser.push(header({ command, length: max }))]).toEqual([]);
      const error = failure<LevinError>(() =>
        parse([header({ command, length: max + 1 })]),
      );
      expect(error.code).toBe('TooLarge');
      expect(error.message).toContain(`of ${max + 1} bytes, ${max} are`);
    }
  });
});

describe('bad streams', () => {
  const fragment = (flags: number, body: Uint8Array) =>
    join(header({ flags, length: body.length }), body);
  const cut = encodeFragments({ ...PING, body: new Uint8Array(99) }, 66);

  it.each<[string, Uint8Array[], string, string]>([
    [
      'not Levin, told by one byte',
      [Uint8Array.of(0x16)],
      'BadSignature',
      '16',
    ],
    [
      'not Levin after a message',
      [encodeMessage(PING), Uint8Array.of(1, 0x21, 7)],
      'BadSignature',
      'begins with 012107',
    ],
    [
      'an end inside a header',
      [header({}).subarray(0, 20)],
      'Truncated',
      'inside a header',
    ],
    [
      'an end inside a body',
      [header({ command: 1001, length: 5 }), Uint8Array.of(1)],
      'Truncated',
      'inside handshake (1001)',
    ],
    [
      'a length beyond all bounds',
      [header({ command: 5, length: Number.MAX_SAFE_INTEGER })],
      'TooLarge',
      'command 5: a message of 9007199254740991 bytes, 100000000 are allowed',
    ],
    [
      'a fragment too large',
      [header({ flags: FLAG.begin, length: 2 ** 20 + 1 })],
      'TooLarge',
      '1048576 are allowed',
    ],
    [
      'too many fragments',
      [
        fragment(FLAG.begin, new Uint8Array(2 ** 20)),
        fragment(0, new Uint8Array(1)),
      ],
      'TooLarge',
      'fragments of more than 1048576 bytes',
    ],
    [
      'a fragment without a first one',
      [fragment(0, new Uint8Array(1))],
      'BadFragment',
      'without a first one',
    ],
    [
      'a last fragment without a first one',
      cut.slice(1),
      'BadFragment',
      'without a first one',
    ],
    [
      'fragments that lack one',
      [cut[0], cut[cut.length - 1]],
      'BadFragment',
      'ping (1003): 99 bytes announced, 33 came',
    ],
    [
      'fragments without a header',
      [
        fragment(FLAG.begin, new Uint8Array(1)),
        fragment(FLAG.end, new Uint8Array(1)),
      ],
      'BadFragment',
      'without a header inside',
    ],
    [
      'fragments inside fragments',
      [
        fragment(FLAG.begin, header({ flags: 0 })),
        fragment(FLAG.end, new Uint8Array(0)),
      ],
      'BadFragment',
      'fragments inside fragments',
    ],
    [
      'a message in fragments that is too large for its command',
      [
        fragment(FLAG.begin, header({ command: 1003, length: 5000 })),
        fragment(FLAG.end, new Uint8Array(5000)),
      ],
      'TooLarge',
      'ping (1003): a message of 5000 bytes, 4096 are allowed',
    ],
  ])('%s', (_what, pieces, code, message) => {
    const error = failure<LevinError>(() => parse(pieces));
    expect(error).toBeInstanceOf(LevinError);
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
  });

  it('stay bad', () => {
    const parser = new LevinParser();
    const error = failure(() => [...parser.push(Uint8Array.of(7))]);
    expect(failure(() => [...parser.push(encodeMessage(PING))])).toBe(error);
    expect(failure(() => parser.end())).toBe(error);
  });
});

it.each([
  ['noise', () => encodeNoise(32), 'totalBytes: 32'],
  ['fragments', () => encodeFragments(PING, 65), 'fragmentBytes: 65'],
])('refuses %s that are too small for headers', (_what, work, message) => {
  const error = failure<RangeError>(work);
  expect(error).toBeInstanceOf(RangeError);
  expect(error.message).toContain(message);
});
