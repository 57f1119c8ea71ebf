import { addressText, CrawlAddress, DialKind, isLocal } from './address';

/** What keeps a crawl within bounds, whatever peers tell. */
export interface FrontierLimits {
  /** Addresses that are remembered; more are not taken. */
  maxNodes: number;
  /** Ports of one host that are dialled: nobody can make us knock on many doors of one house. */
  maxPortsPerHost: number;
  /** Networks that are dialled. */
  kinds: readonly DialKind[];
  /** Whether told addresses in private and reserved ranges are dialled. */
  allowLocal: boolean;
}

/** What came of an offered address. */
export type Offer = 'new' | 'known' | 'refused' | 'full';

/**
 * Addresses that a crawl knows of, and which comes next: the first told first.
 * Each is given out once.
 */
export class Frontier {
  private readonly known = new Set<string>();
  private readonly portsOf = new Map<string, number>();
  private waiting: CrawlAddress[] = [];
  private taken = 0;

  constructor(private readonly limits: FrontierLimits) {}

  /** How many addresses are known. */
  get size(): number {
    return this.known.size;
  }

  /** How many of them wait for their turn. */
  get pending(): number {
    return this.waiting.length - this.taken;
  }

  /** Takes an address that somebody told. */
  offer(address: CrawlAddress): Offer {
    // first what costs least: most of what peers tell is known
    if (this.known.has(addressText(address))) return 'known';
    if (!this.mayDial(address)) return 'refused';
    return this.add(address);
  }

  /** Takes an address that the user named: where it lies does not matter. */
  seed(address: CrawlAddress): Offer {
    return this.add(address);
  }

  /** Notes an address that was dialled in an earlier crawl; before any is offered. */
  visited(address: CrawlAddress): void {
    this.known.add(addressText(address));
    this.countPort(address.host);
  }

  /** The next address to dial; `undefined` while there is none. */
  take(): CrawlAddress | undefined {
    if (this.pending === 0) return undefined;
    const address = this.waiting[this.taken];
    this.taken += 1;
    // lets go of what was taken, now and then
    if (this.taken > 1024 && this.taken * 2 > this.waiting.length) {
      this.waiting = this.waiting.slice(this.taken);
      this.taken = 0;
    }
    return address;
  }

  private mayDial(address: CrawlAddress): boolean {
    return (
      this.limits.kinds.includes(address.kind) &&
      (this.limits.allowLocal || !isLocal(address))
    );
  }

  private add(address: CrawlAddress): Offer {
    const text = addressText(address);
    if (this.known.has(text)) return 'known';
    if (this.known.size >= this.limits.maxNodes) return 'full';
    if ((this.portsOf.get(address.host) ?? 0) >= this.limits.maxPortsPerHost) {
      return 'refused';
    }
    this.known.add(text);
    this.countPort(address.host);
    this.waiting.push(address);
    return 'new';
  }

  private countPort(host: string): void {
    this.portsOf.set(host, (this.portsOf.get(host) ?? 0) + 1);
  }
}
