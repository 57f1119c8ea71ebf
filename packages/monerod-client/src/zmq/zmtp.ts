/**
 * The wire of ZeroMQ (ZMTP 3.0, https://rfc.zeromq.org/spec/23/) as far as a
 * subscriber without encryption needs it. monerod speaks with such ones.
 */

/** Bytes that both sides send first. */
export const GREETING_BYTES = 64;

/** Bits of the byte that a frame begins with. */
export const FLAG = { more: 1, long: 2, command: 4 } as const;

const SIGNATURE = { first: 0xff, last: 0x7f, lastAt: 9 };
const MAJOR = { at: 10, version: 3 };
const MECHANISM = { at: 12, name: 'NULL', size: 20 };
const SHORT_MAX = 255;

const ascii = new TextEncoder();
const latin1 = new TextDecoder('latin1');

function frame(flags: number, body: Uint8Array): Uint8Array {
  if (body.length <= SHORT_MAX) {
    return Uint8Array.of(flags, body.length, ...body);
  }
  const bytes = new Uint8Array(9 + body.length);
  bytes[0] = flags | FLAG.long;
  new DataView(bytes.buffer).setBigUint64(1, BigInt(body.length));
  bytes.set(body, 9);
  return bytes;
}

/** What a client says first: version 3.0, no encryption. */
export function encodeGreeting(): Uint8Array {
  const bytes = new Uint8Array(GREETING_BYTES);
  bytes[0] = SIGNATURE.first;
  bytes[SIGNATURE.lastAt] = SIGNATURE.last;
  bytes[MAJOR.at] = MAJOR.version;
  bytes.set(ascii.encode(MECHANISM.name), MECHANISM.at);
  return bytes;
}

/** What is wrong with a greeting; `undefined`: nothing. */
export function greetingProblem(bytes: Uint8Array): string | undefined {
  if (
    bytes[0] !== SIGNATURE.first ||
    bytes[SIGNATURE.lastAt] !== SIGNATURE.last
  ) {
    return 'does not begin as ZeroMQ does';
  }
  if (bytes[MAJOR.at] < MAJOR.version) {
    return `speaks ZMTP ${bytes[MAJOR.at]}, not 3`;
  }
  const mechanism = latin1
    .decode(bytes.subarray(MECHANISM.at, MECHANISM.at + MECHANISM.size))
    .replace(/\0+$/, '');
  return mechanism === MECHANISM.name
    ? undefined
    : `wants the security mechanism ${JSON.stringify(mechanism)}`;
}

/** The command by which a side says what it is. */
export function encodeReady(socketType: string): Uint8Array {
  const name = 'Socket-Type';
  const value = ascii.encode(socketType);
  return frame(
    FLAG.command,
    Uint8Array.of(
      ...[5, ...ascii.encode('READY')],
      ...[name.length, ...ascii.encode(name)],
      ...[0, 0, 0, value.length, ...value],
    ),
  );
}

/** The message by which a subscriber asks for messages that begin so. */
export const encodeSubscription = (prefix: string): Uint8Array =>
  frame(0, Uint8Array.of(1, ...ascii.encode(prefix)));

/** A message of one part, as a publisher sends it. */
export const encodeMessage = (body: Uint8Array): Uint8Array => frame(0, body);

/** The name of a command. */
export const commandName = (body: Uint8Array): string =>
  latin1.decode(body.subarray(1, 1 + (body[0] ?? 0)));
