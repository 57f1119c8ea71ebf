import {
  COMMAND,
  CoreSyncData,
  describeCommand,
  handshake,
  LevinMessage,
  PeerListEntry,
  ping,
  RequestOf,
  supportFlags,
  timedSync,
} from '../levin';
import { PeerIdentity } from './identity';
import { PeerError } from './PeerError';

/** What a request is answered with. */
export interface Answer {
  returnCode: number;
  body: Uint8Array;
}

/**
 * Answers a request.
 *
 * @param handshakeDone some is answered only afterwards
 * @throws PeerError when the connection is to be closed
 */
export type Answerer = (
  request: LevinMessage,
  handshakeDone: boolean,
) => Answer;

/** monerod's code of success. */
const OK = 1;
/** monerod's `LEVIN_ERROR_CONNECTION_HANDLER_NOT_DEFINED`. */
const NO_HANDLER = -6;

const EMPTY = new Uint8Array(0);

/** Commands whose bodies are read at all. */
export const ANSWERED: ReadonlySet<number> = new Set([
  COMMAND.handshake,
  COMMAND.timedSync,
  COMMAND.ping,
  COMMAND.supportFlags,
]);

/** What differs between who dials and who is dialled. */
export interface AnswerOptions {
  identity: PeerIdentity;
  /** Peers to tell of; none unless said. */
  peers?: readonly PeerListEntry[];
  /** Gets the chain that the peer says it has by now. */
  onTimedSync(syncData: CoreSyncData): void;
  /**
   * Gets the handshake of who dialled; absent where it is we who dialled.
   *
   * @throws PeerError to close the connection without an answer, as monerod does
   */
  onHandshake?(request: RequestOf<typeof handshake>): void;
}

/** Answers as a peer does that holds no blocks. */
export function answererOf({
  identity,
  peers = [],
  onTimedSync,
  onHandshake,
}: AnswerOptions): Answerer {
  const { nodeData, syncData } = identity;
  const told = [...peers];
  const answerHandshake = (body: Uint8Array, handshakeDone: boolean) => {
    if (!onHandshake || handshakeDone) {
      throw new PeerError('BadMessage', 'it sent a handshake out of turn');
    }
    onHandshake(handshake.request.decode(body));
    return handshake.response.encode({ nodeData, syncData, peers: told });
  };
  const answerTimedSync = (body: Uint8Array, handshakeDone: boolean) => {
    if (!handshakeDone) {
      throw new PeerError('BadMessage', 'it sent timedSync before a handshake');
    }
    onTimedSync(timedSync.request.decode(body).syncData);
    return timedSync.response.encode({ syncData, peers: told });
  };
  const answerPing = (body: Uint8Array) => {
    ping.request.decode(body);
    return ping.response.encode({ status: 'OK', peerId: nodeData.peerId });
  };
  const answerSupportFlags = (body: Uint8Array) => {
    supportFlags.request.decode(body);
    return supportFlags.response.encode({
      supportFlags: nodeData.supportFlags,
    });
  };
  const answers = new Map<
    number,
    (body: Uint8Array, done: boolean) => Uint8Array
  >([
    [COMMAND.handshake, answerHandshake],
    [COMMAND.timedSync, answerTimedSync],
    [COMMAND.ping, answerPing],
    [COMMAND.supportFlags, answerSupportFlags],
  ]);
  return ({ command, body = EMPTY }, handshakeDone) => {
    const answer = answers.get(command);
    if (!answer) {
      return { returnCode: NO_HANDLER, body: EMPTY };
    }
    try {
      return { returnCode: OK, body: answer(body, handshakeDone) };
    } catch (error) {
      if (error instanceof PeerError) {
        throw error;
      }
      throw new PeerError(
        'BadMessage',
        `${describeCommand(command)}: ${(error as Error).message}`,
        { cause: error },
      );
    }
  };
}
