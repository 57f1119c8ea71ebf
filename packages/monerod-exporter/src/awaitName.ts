import { lookup } from 'node:dns/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** How often a name is asked for that does not resolve yet, in milliseconds. */
const ASK_EVERY_MS = 500;

/** What waiting for a name takes. */
export interface AwaitNameDeps {
  /** Ends the waiting. */
  signal: AbortSignal;
  /** Writes one line for people. */
  print(line: string): void;
  /** @throws while the name does not resolve. Default: as every program of this host resolves names */
  resolve?(name: string): Promise<{ address: string }>;
  /** Waits; rejects when the signal aborts. Default: real time. */
  pause?(ms: number): Promise<unknown>;
}

/**
 * Settles once a name resolves, or when the signal fires. For an init container
 * before xmrig: when the name of its daemon does not resolve at its start, xmrig
 * waits for an answer that never comes, and asks no second time
 * (`HttpClient::onResolved` in xmrig's source; seen with 6.22.2). Names of pools
 * it asks for again, and so it does after it was connected once.
 */
export async function awaitName(
  name: string,
  {
    signal,
    print,
    resolve = lookup,
    pause = ms => delay(ms, undefined, { signal }),
  }: AwaitNameDeps,
): Promise<void> {
  let told = false;
  while (!signal.aborted) {
    try {
      const { address } = await resolve(name);
      print(`${name} is ${address}`);
      return;
    } catch (error) {
      if (!told) {
        print(`${name} does not resolve yet: ${(error as Error).message}`);
      }
      told = true;
    }
    await pause(ASK_EVERY_MS).catch(() => {}); // the signal
  }
}
