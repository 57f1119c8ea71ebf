import type { KubeGetter, KubeWriter } from '@monero-portal/kube-client';
import { warnClaim } from './claimEvent';
import type { Action } from './decide';
import { perform } from './perform';
import type { ProvisionerOptions } from './types';

/**
 * Performs actions one after the other; one that fails stops no other. What
 * fails, or can never be done, is told to the claim's events, once in the same
 * words.
 *
 * @returns a function that resolves with false when something is to be tried again
 */
export function createActor(
  client: KubeGetter & KubeWriter,
  { signal, onEvent }: Pick<ProvisionerOptions, 'signal' | 'onEvent'>,
): (actions: readonly Action[]) => Promise<boolean> {
  const told = new Map<string, string>();

  async function complain(action: Action, detail: string): Promise<void> {
    const volume = nameOf(action);
    if (told.get(volume) === detail) return;
    told.set(volume, detail);
    onEvent?.({ type: 'failed', volume, detail });
    if ('claim' in action) {
      // A message that does not arrive must not keep the volume from coming.
      await warnClaim(client, action.claim, detail, signal).catch(() => {});
    }
  }

  return async actions => {
    const present = new Set(actions.map(nameOf));
    for (const name of told.keys()) {
      if (!present.has(name)) told.delete(name);
    }
    let allDone = true;
    for (const action of actions) {
      if (signal.aborted) return allDone;
      if (action.kind === 'refuse') {
        await complain(action, action.reason);
        continue;
      }
      try {
        const event = await perform(action, { client, signal });
        if (event) onEvent?.(event);
      } catch (error) {
        if (signal.aborted) return allDone;
        allDone = false;
        await complain(action, (error as Error).message);
      }
    }
    return allDone;
  };
}

function nameOf(action: Action): string {
  return action.kind === 'refuse' ? action.volume : action.volume.metadata.name;
}
