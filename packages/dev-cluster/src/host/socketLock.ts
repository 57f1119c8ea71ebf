import { createHash } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { DevClusterError } from '../errors';

/** The holder answers between two other things, and a machine may be busy. */
const ANSWER_TIMEOUT_MS = 20_000;
/** Who is waited for is told soon, or called another process. */
const TOLD_TIMEOUT_MS = 2_000;

/** A lock that is held. */
export interface SocketLock {
  /** What others read who ask for the holder. */
  setInfo(info: string): void;
  release(): Promise<void>;
}

/**
 * Address in Linux' abstract namespace: no file, only one holder, and the kernel
 * frees it when the holder ends in whatever way. There is nothing stale to clean.
 */
function addressOf(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex');
  return `\0monero-portal-${hash}`;
}

/** Takes the lock, or returns undefined when someone has it. */
export function tryLock(
  name: string,
  info: string,
): Promise<SocketLock | undefined> {
  let current = info;
  const server = createServer(socket => {
    socket.on('error', () => {}); // the asker left
    // Left open on purpose: its end tells the asker that the lock is free.
    socket.write(`${current}\n`);
    socket.unref();
  });
  const sockets = new Set<{ destroy(): void }>();
  server.on('connection', socket => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen({ path: addressOf(name) }, () => {
      server.unref(); // a lock alone keeps no process alive
      resolve({
        setInfo(next) {
          current = next;
        },
        release() {
          for (const socket of sockets) socket.destroy();
          return new Promise(done => server.close(() => done()));
        },
      });
    });
  });
}

/**
 * What the holder says about itself; undefined when nobody holds the lock.
 *
 * @param timeoutMs how long the holder may take: one that is busy answers late
 * @throws DevClusterError `HolderSilent` when the holder does not answer in time
 */
export function readHolder(
  name: string,
  timeoutMs = ANSWER_TIMEOUT_MS,
): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect({ path: addressOf(name) });
    let text = '';
    socket.setTimeout(timeoutMs, () => {
      socket.destroy();
      reject(
        new DevClusterError(
          'HolderSilent',
          `The process that holds the lock ${name} has not answered for ${
            timeoutMs / 1000
          } s. It is stopped or very busy: try again, or end it.`,
        ),
      );
    });
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      // Anything before the end of the line is half an answer.
      if (!text.endsWith('\n')) return;
      socket.destroy();
      resolve(text.trimEnd());
    });
    socket.once('error', () => resolve(undefined));
    socket.once('close', () => resolve(undefined));
  });
}

/** Waits until the present holder, if any, lets go or ends. */
function waitForRelease(name: string, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const socket = connect({ path: addressOf(name), signal });
    socket.on('error', () => resolve());
    socket.once('close', () => resolve());
    socket.resume();
  });
}

/**
 * Takes the lock, waiting as long as others hold it.
 * @param onWait called once with what the holder says about itself.
 * @throws the signal's reason when aborted.
 */
export async function lock(
  name: string,
  info: string,
  options: { signal: AbortSignal; onWait: (holder: string) => void },
): Promise<SocketLock> {
  const { signal, onWait } = options;
  let told = false;
  for (;;) {
    signal.throwIfAborted();
    const held = await tryLock(name, info);
    if (held) return held;
    if (!told) {
      const holder = await readHolder(name, TOLD_TIMEOUT_MS).catch(
        () => undefined,
      );
      onWait(holder ?? 'another process');
    }
    told = true;
    await waitForRelease(name, signal);
  }
}
