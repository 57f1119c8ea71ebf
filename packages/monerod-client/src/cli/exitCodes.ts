import { MonerodError, MonerodErrorCode } from '../errors';
import { PeerError, PeerErrorCode } from '../peer';
import { UsageError } from './UsageError';

/** How every command ends, for scripts to tell apart. */
export const EXIT = {
  ok: 0,
  /** The question was answered, with no: not in sync, no good address. */
  no: 1,
  usage: 2,
  /** No answer; may do better later. */
  unreachable: 3,
  /** An answer that says no to us: login, call not offered, still synchronizing. */
  refused: 4,
  /** An answer that makes no sense. */
  badAnswer: 5,
  /** Our own mistake. */
  bug: 70,
  /** Ended by Ctrl-C. */
  interrupted: 130,
} as const;

/** What the help says of them. */
export const EXIT_CODES_HELP = `Exit codes:
  0    done
  1    the answer is no: not in sync, not a good address
  2    the command line is wrong
  3    no answer in time, or no connection
  4    refused: login, a call that this listener denies, still synchronizing
  5    an answer that makes no sense
  130  ended by Ctrl-C
`;

const BY_CODE: Readonly<Record<MonerodErrorCode | PeerErrorCode, number>> = {
  Timeout: EXIT.unreachable,
  Unreachable: EXIT.unreachable,
  Closed: EXIT.unreachable,
  Aborted: EXIT.interrupted,
  HttpStatus: EXIT.refused,
  Unauthorized: EXIT.refused,
  Untrusted: EXIT.refused,
  RpcError: EXIT.refused,
  Busy: EXIT.refused,
  Refused: EXIT.refused,
  WrongNetwork: EXIT.refused,
  CallFailed: EXIT.refused,
  TooLarge: EXIT.badAnswer,
  InvalidResponse: EXIT.badAnswer,
  BadMessage: EXIT.badAnswer,
};

/** The exit code of what a command failed with. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) {
    return EXIT.usage;
  }
  return error instanceof MonerodError || error instanceof PeerError
    ? BY_CODE[error.code]
    : EXIT.bug;
}
