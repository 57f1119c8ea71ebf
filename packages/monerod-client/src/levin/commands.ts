/** Numbers of the messages between peers, as in monero's `*_protocol_defs.h`. */
export const COMMAND = {
  handshake: 1001,
  timedSync: 1002,
  ping: 1003,
  supportFlags: 1007,
  newBlock: 2001,
  newTransactions: 2002,
  requestObjects: 2003,
  responseObjects: 2004,
  requestChain: 2006,
  responseChain: 2007,
  newFluffyBlock: 2008,
  requestFluffyMissing: 2009,
  poolComplement: 2010,
} as const;

const NAMES: ReadonlyMap<number, string> = new Map(
  Object.entries(COMMAND).map(([name, command]) => [command, name]),
);

/** A command in words, such as `handshake (1001)`. */
export function describeCommand(command: number): string {
  const name = NAMES.get(command);
  return name ? `${name} (${command})` : `command ${command}`;
}
