import type { Duplex } from 'node:stream';
import { MonerodError } from '../errors';
import {
  commandName,
  encodeGreeting,
  encodeReady,
  encodeSubscription,
} from './zmtp';
import { ZmtpParser } from './ZmtpParser';

/** What to do with what comes. */
export interface ZmqHandlers {
  onMessage(body: Uint8Array): void;
  /** Told once the subscriptions are sent. */
  onSubscribed(): void;
}

/**
 * Subscribes over a connection, until it ends.
 *
 * @throws MonerodError `Unreachable` when it ends, `InvalidResponse`, `TooLarge`
 */
export async function readSubscription(
  socket: Duplex,
  topics: readonly string[],
  maxMessageBytes: number,
  { onMessage, onSubscribed }: ZmqHandlers,
): Promise<never> {
  const parser = new ZmtpParser(maxMessageBytes);
  const onCommand = (body: Uint8Array) => {
    const name = commandName(body);
    if (name === 'READY') {
      topics.forEach(topic => socket.write(encodeSubscription(topic)));
      onSubscribed();
    } else if (name === 'ERROR') {
      const reason = Buffer.from(body.subarray(7)).toString('latin1');
      throw new MonerodError(
        'InvalidResponse',
        `ZMQ: the server refuses: ${JSON.stringify(reason)}`,
      );
    }
  };
  socket.write(encodeGreeting());
  try {
    for await (const chunk of socket) {
      for (const event of parser.push(chunk as Uint8Array)) {
        if (event.type === 'greeting') {
          socket.write(encodeReady('SUB'));
        } else if (event.type === 'command') {
          onCommand(event.body);
        } else {
          onMessage(event.body);
        }
      }
    }
  } catch (error) {
    throw error instanceof MonerodError
      ? error
      : new MonerodError('Unreachable', `ZMQ: ${(error as Error).message}`, {
          cause: error,
        });
  } finally {
    socket.destroy();
  }
  throw new MonerodError(
    'Unreachable',
    'ZMQ: the server closed the connection',
  );
}
