import { COMMAND } from './commands';

const KIB = 1024;
const MIB = 1024 * KIB;

/** How large a message may be, its header not counted, in bytes. */
export interface LevinLimits {
  /** Before the handshake is done. */
  beforeHandshakeBytes: number;
  /** Afterwards. */
  afterHandshakeBytes: number;
  /** A message that comes in fragments, headers and padding included. */
  fragmentedBytes: number;
  /** Of one command, in either direction; the above hold all the same. */
  commandBytes: ReadonlyMap<number, number>;
}

/**
 * monerod's own limits (`levin_base.h`, `connection_context.cpp`), but for
 * fragments: monerod sends 20 of 3 KiB at most and takes up to 100 MB of them.
 */
export const LEVIN_LIMITS: LevinLimits = {
  beforeHandshakeBytes: 256 * KIB,
  afterHandshakeBytes: 100_000_000,
  fragmentedBytes: MIB,
  commandBytes: new Map<number, number>([
    [COMMAND.handshake, 64 * KIB],
    [COMMAND.timedSync, 64 * KIB],
    [COMMAND.ping, 4 * KIB],
    [COMMAND.supportFlags, 4 * KIB],
    [COMMAND.requestObjects, 2 * MIB],
    [COMMAND.requestChain, 512 * KIB],
    [COMMAND.responseChain, 4 * MIB],
    [COMMAND.newFluffyBlock, 4 * MIB],
    [COMMAND.requestFluffyMissing, MIB],
    [COMMAND.poolComplement, 4 * MIB],
  ]),
};
