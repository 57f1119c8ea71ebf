import type {
  FindingCode,
  FleetKey,
  ObjectHealth,
} from '@monero-portal/plugin-monero-common';
import {
  FINDING_SCOPES,
  findingNotice,
  findingScope,
  goneNotice,
} from './findingNotice';
import { look, type FindingSettings, type Sightings } from './lasting';
import type { Messenger } from './Messenger';
import type { NoticeStore } from './NoticeStore';
import type { Saying } from './Saying';

/** What telling owners of what is found needs. */
export interface FindingNoticesOptions {
  store: Pick<NoticeStore, 'standing' | 'told'>;
  messenger: Pick<Messenger, 'say'>;
  settings: FindingSettings;
  now?: () => number;
}

/** The health of an object; that of a network's members is told of the network. */
type Health = Pick<
  ObjectHealth,
  'findings' | 'owner' | 'stale' | 'measuringAway'
> & {
  memberOf?: string;
};

/**
 * Tells owners of findings that last, and when they are over. It is shown the
 * health of everything again and again, and mostly has nothing to do.
 */
export class FindingNotices {
  readonly #options: Required<FindingNoticesOptions>;
  /** What was told, by scope; nothing is decided before it is known. */
  #told?: Map<string, string>;
  readonly #sightings = new Map<string, Sightings>();
  readonly #telling = new Set<string>();
  #loading?: Promise<void>;

  constructor(options: FindingNoticesOptions) {
    this.#options = { now: Date.now, ...options };
  }

  /** Somebody has looked at an object. Never throws. @param health - undefined when it is gone */
  seen(key: FleetKey, health: Health | undefined): void {
    const scope = findingScope(key);
    // What is not current says neither that something is wrong nor that it is over.
    if (health?.stale || this.#telling.has(scope)) {
      return;
    }
    if (!this.#told) {
      this.#loading ??= this.#load();
      return;
    }
    const saying = this.#decide(key, scope, health);
    if (saying) {
      void this.#tell(saying);
    }
  }

  #decide(
    key: FleetKey,
    scope: string,
    health: Health | undefined,
  ): Saying | undefined {
    const { settings, now } = this.#options;
    const told = this.#told?.get(scope) ?? '';
    if (!health) {
      this.#sightings.delete(scope);
      return goneNotice(key, told);
    }
    const findings = health.findings.filter(
      ({ pod, code }) =>
        // A Prometheus that is away is nothing that owners could mend.
        code !== 'MeasuringAway' &&
        (pod === undefined || health.memberOf === undefined),
    );
    const before = this.#sightings.get(scope);
    const seen = look(
      // While nobody measures, nothing that was found by measuring is over.
      health.measuringAway ? stillThere(before, now()) : before,
      findings,
      settings,
      now(),
    );
    if (seen.sightings.size > 0) {
      this.#sightings.set(scope, seen.sightings);
    } else {
      this.#sightings.delete(scope);
    }
    return findingNotice({ ...key, owner: health.owner }, seen, told);
  }

  async #tell(saying: Saying): Promise<void> {
    const { scope, to } = saying;
    this.#telling.add(scope);
    try {
      const outcome = await this.#options.messenger.say(saying);
      if (outcome === 'told') {
        this.#told?.set(scope, to);
      } else if (outcome === 'known') {
        const told = await this.#options.store.told([scope]);
        this.#told?.set(scope, told.get(scope) ?? '');
      }
    } catch {
      // The database is away: it is decided again with the next look.
    } finally {
      this.#telling.delete(scope);
    }
  }

  async #load(): Promise<void> {
    const { store, now } = this.#options;
    try {
      const told = await store.standing(FINDING_SCOPES);
      // A portal that has just started has not looked everywhere: nothing is over yet.
      told.forEach((said, scope) =>
        this.#sightings.set(scope, seenBefore(said, now())),
      );
      this.#told = told;
    } catch {
      // The database is away: the next look tries again.
    } finally {
      this.#loading = undefined;
    }
  }
}

function stillThere(
  sightings: Sightings | undefined,
  now: number,
): Sightings | undefined {
  return (
    sightings &&
    new Map([...sightings].map(([key, each]) => [key, { ...each, last: now }]))
  );
}

function seenBefore(said: string, now: number): Sightings {
  return new Map(
    said
      .split(',')
      .map(code => [
        `${code}/`,
        { code: code as FindingCode, first: now, last: now },
      ]),
  );
}
