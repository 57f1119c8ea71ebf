import { Clock } from './clock';

/** How much may happen: so many at once, then so many a second. */
export interface Rate {
  burst: number;
  perSecond: number;
}

/** Spreads what would come all at once. */
export class TokenBucket {
  private tokens: number;
  private at: number;

  constructor(private readonly clock: Clock, private readonly rate: Rate) {
    this.tokens = rate.burst;
    this.at = clock.now();
  }

  /** Takes a place in the queue. @returns milliseconds until it is its turn */
  reserve(): number {
    const now = this.clock.now();
    const gained = (Math.max(0, now - this.at) / 1000) * this.rate.perSecond;
    this.tokens = Math.min(this.rate.burst, this.tokens + gained) - 1;
    this.at = now;
    return this.tokens >= 0 ? 0 : (-this.tokens / this.rate.perSecond) * 1000;
  }
}
