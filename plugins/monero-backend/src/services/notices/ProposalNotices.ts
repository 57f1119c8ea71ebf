import type { ClusterService } from '../clusters';
import { liveOf } from '../proposals/live';
import type { ProposalRow } from '../proposals/ProposalRow';
import type { ProposalStore } from '../proposals/ProposalStore';
import type { Messenger } from './Messenger';
import type { NoticeStore } from './NoticeStore';
import { proposalNotice, proposalScope } from './proposalNotice';

/** What telling owners of their proposals needs. */
export interface ProposalNoticesOptions {
  proposals: Pick<ProposalStore, 'get' | 'listActive'>;
  clusters: Pick<ClusterService, 'get'>;
  store: Pick<NoticeStore, 'told'>;
  messenger: Pick<Messenger, 'say'>;
  now?: () => number;
}

/** Time alone makes news: that nobody has applied a change. */
const INTERVAL_MS = 30_000;

/** Tells owners where their proposals stand: when one changes, and all that are followed now and then. */
export class ProposalNotices {
  readonly #options: Required<ProposalNoticesOptions>;
  /** Changed, and not told yet. */
  #pending = new Set<number>();
  #running?: Promise<void>;

  constructor(options: ProposalNoticesOptions) {
    this.#options = { now: Date.now, ...options };
  }

  /** Looks at everything again and again until the signal aborts. */
  start(signal: AbortSignal): void {
    const timer = setInterval(() => void this.sweep(), INTERVAL_MS);
    timer.unref();
    signal.addEventListener('abort', () => clearInterval(timer), {
      once: true,
    });
  }

  /** A proposal has changed. Never throws. */
  changed(id: number): void {
    this.#pending.add(id);
    void this.#run(async () => []);
  }

  /** Looks at every proposal on which something can still happen, and at what could not be told. */
  async sweep(): Promise<void> {
    await this.#run(() => this.#options.proposals.listActive());
  }

  /** One after the other: two looks at once would have the same to tell. */
  async #run(more: () => Promise<ProposalRow[]>): Promise<void> {
    const before = this.#running;
    const run = (async () => {
      await before;
      try {
        await this.#look(await more());
      } catch {
        // The database is away: what is pending is looked at next time.
      }
    })();
    this.#running = run;
    await run;
  }

  async #look(active: readonly ProposalRow[]): Promise<void> {
    const { proposals, store } = this.#options;
    const rows = new Map(active.map(row => [row.id, row]));
    for (const id of this.#pending) {
      const row = await proposals.get(id);
      if (row) rows.set(id, row);
    }
    const told = await store.told([...rows.keys()].map(proposalScope));
    for (const row of rows.values()) {
      await this.#tell(row, told.get(proposalScope(row.id)) ?? '');
    }
  }

  async #tell(row: ProposalRow, told: string): Promise<void> {
    const { clusters, messenger, now } = this.#options;
    const { known, object } = liveOf(row, clusters.get(row.cluster));
    const around = { now: now(), known, object };
    const saying = proposalNotice(row, around, told);
    if (!saying || (await messenger.say(saying)) !== 'failed') {
      this.#pending.delete(row.id);
    }
  }
}
