import { parseAddressText, prefixOf } from './address';
import { CrawlOutcome, CrawlRecord, NodeRecord } from './records';

/** How often each value was found, the most frequent first. */
export type Counts = { value: string; count: number }[];

/** What a crawl found out about a network. */
export interface CrawlReport {
  /** Addresses that were dialled. */
  dialled: number;
  /** Those that answered a handshake. */
  reached: number;
  /** `reached / dialled`; absent when nobody was dialled. */
  reachableShare?: number;
  outcomes: Counts;
  /** Of peers that were reached, as is all that follows. */
  heights: Counts;
  /** Hard fork versions of their top blocks. */
  topVersions: Counts;
  pruningSeeds: Counts;
  ports: Counts;
  kinds: Counts;
  /** Networks, /16 or /32. */
  prefixes: Counts;
  /** Peers with a public RPC. */
  withRpc: number;
  /** How fresh lists of peers are. */
  freshness: {
    /** Addresses told, the same one by two peers counted twice. */
    told: number;
    /** Of the told ones that were dialled, how many answered; absent when none was dialled. */
    reachedShare?: number;
    /** Median age of what peers say they saw last; absent where they do not say, as monerod. */
    medianAgeSeconds?: number;
  };
}

/** More values than this are counted as `other`. */
const MAX_VALUES = 5_000;
const MAX_AGES = 10_000;

class Tally {
  private readonly counts = new Map<string, number>();

  add(value: string): void {
    const key =
      this.counts.has(value) || this.counts.size < MAX_VALUES ? value : 'other';
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  top(): Counts {
    return [...this.counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
}

/** Counts records as they come; its memory does not grow with their number, but with the number of addresses. */
export class Reporter {
  private readonly outcomes = new Tally();
  private readonly heights = new Tally();
  private readonly topVersions = new Tally();
  private readonly pruningSeeds = new Tally();
  private readonly ports = new Tally();
  private readonly kinds = new Tally();
  private readonly prefixes = new Tally();
  private readonly toldOf = new Map<string, number>();
  private readonly outcomeOf = new Map<string, CrawlOutcome>();
  private readonly ages: number[] = [];
  private dialled = 0;
  private reached = 0;
  private withRpc = 0;
  private told = 0;

  /** @param now - Unix time in seconds, for ages of what peers saw */
  constructor(private readonly now: () => number) {}

  add(record: CrawlRecord): void {
    if (record.type === 'node') {
      this.addNode(record);
      return;
    }
    this.told += 1;
    this.toldOf.set(record.to, (this.toldOf.get(record.to) ?? 0) + 1);
    if (record.lastSeenSeconds && this.ages.length < MAX_AGES) {
      this.ages.push(Math.max(0, this.now() - record.lastSeenSeconds));
    }
  }

  report(): CrawlReport {
    let dialled = 0;
    let reached = 0;
    for (const [address, times] of this.toldOf) {
      const outcome = this.outcomeOf.get(address);
      if (outcome) dialled += times;
      if (outcome === 'reached') reached += times;
    }
    const ages = [...this.ages].sort((a, b) => a - b);
    return {
      dialled: this.dialled,
      reached: this.reached,
      ...(this.dialled ? { reachableShare: this.reached / this.dialled } : {}),
      outcomes: this.outcomes.top(),
      heights: this.heights.top(),
      topVersions: this.topVersions.top(),
      pruningSeeds: this.pruningSeeds.top(),
      ports: this.ports.top(),
      kinds: this.kinds.top(),
      prefixes: this.prefixes.top(),
      withRpc: this.withRpc,
      freshness: {
        told: this.told,
        ...(dialled ? { reachedShare: reached / dialled } : {}),
        ...(ages.length ? { medianAgeSeconds: ages[ages.length >> 1] } : {}),
      },
    };
  }

  private addNode(node: NodeRecord): void {
    this.dialled += 1;
    this.outcomes.add(node.outcome);
    this.outcomeOf.set(node.address, node.outcome);
    if (node.outcome !== 'reached') return;
    this.reached += 1;
    this.heights.add(String(node.height ?? 'unknown'));
    this.topVersions.add(String(node.topVersion ?? 'unknown'));
    this.pruningSeeds.add(String(node.pruningSeed ?? 0));
    if (node.rpcPort) this.withRpc += 1;
    const address = parseAddressText(node.address);
    if (address) {
      this.ports.add(String(address.port));
      this.kinds.add(address.kind);
      this.prefixes.add(prefixOf(address));
    }
  }
}
