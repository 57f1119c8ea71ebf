import {
  isKubeError,
  KubeGetter,
  KubeObject,
  KubeWriter,
  RESOURCES,
} from '@monero-portal/kube-client';
import { Clock, microTime } from './clock';
import { Logger, messageOf } from './Logger';

/** A Lease, as far as elections go. */
export interface Lease extends KubeObject {
  spec?: {
    holderIdentity?: string;
    leaseDurationSeconds?: number;
    acquireTime?: string;
    renewTime?: string;
    leaseTransitions?: number;
  };
}

/** Times of an election, in milliseconds. */
export interface ElectionTiming {
  /** A lease that was not renewed for so long is anybody's. */
  leaseMs: number;
  /** A leader that could not renew for so long has lost. */
  renewMs: number;
  /** Pause between attempts. */
  retryMs: number;
}

/** controller-runtime's own. */
export const DEFAULT_ELECTION: ElectionTiming = {
  leaseMs: 15_000,
  renewMs: 10_000,
  retryMs: 2_000,
};

/** What an election works with. */
export interface ElectionSettings {
  client: KubeGetter & Pick<KubeWriter, 'create' | 'replace'>;
  namespace: string;
  name: string;
  /** Different for every process. */
  identity: string;
  clock: Clock;
  logger: Logger;
  timing?: ElectionTiming;
}

/** A write was wanted after the lease had run out. */
export class NotLeadingError extends Error {
  readonly name = 'NotLeadingError';
}

interface AttemptOptions {
  signal?: AbortSignal;
  timeoutMs: number;
}

/** A moment by both clocks of the machine. */
interface Moment {
  now: number;
  elapsed: number;
}

/**
 * Sees to it that of several processes one works. Expiry is judged by when
 * this process saw the lease change, so clocks need not agree. The leader counts
 * from when it asked for the renewal, which is before anybody saw that.
 */
export class LeaderElection {
  private readonly timing: ElectionTiming;
  private seen?: { version: string; at: number; durationMs?: number };
  /** Our lease as the API server has it, and when it was asked for. */
  private ours?: Lease;
  private renewedAt?: Moment;

  constructor(private readonly settings: ElectionSettings) {
    this.timing = settings.timing ?? DEFAULT_ELECTION;
  }

  /**
   * Whether the lease was renewed so lately that nobody else can have it. To be
   * asked before every write: a process that was stopped for a while (by
   * SIGSTOP, by its machine) does not know.
   */
  get holds(): boolean {
    return this.remainingMs() > 0;
  }

  /** @throws NotLeadingError unless the lease is held */
  assertHeld(): void {
    if (this.holds) return;
    throw new NotLeadingError(
      'the lease has run out: another process may be at work, so this one writes no more',
    );
  }

  /** Resolves with true when the lease is ours, false when the signal aborts. */
  async acquire(signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted) {
      if (await this.attempt(signal)) return true;
      const { retryMs } = this.timing;
      const expiryMs = this.expiryMs();
      await this.pause(
        expiryMs > 0 ? Math.min(retryMs, expiryMs) : retryMs,
        signal,
      );
    }
    return false;
  }

  /**
   * Renews the lease until the signal aborts (then it is given back) or it is
   * lost. @returns why it ended
   */
  async hold(signal: AbortSignal): Promise<'released' | 'lost'> {
    while (!signal.aborted) {
      const restMs = this.remainingMs();
      await this.pause(Math.min(this.timing.retryMs, restMs), signal);
      if (signal.aborted) break;
      if (!this.holds) return 'lost';
      await this.renewInTime(signal);
      if (!this.holds) return 'lost';
    }
    await this.release();
    return 'released';
  }

  /** Tries to renew, and no longer than the lease is ours. */
  private async renewInTime(signal: AbortSignal): Promise<void> {
    const limit = new AbortController();
    const cancel = this.settings.clock.after(this.remainingMs(), () =>
      limit.abort(),
    );
    try {
      await this.attempt(AbortSignal.any([signal, limit.signal]));
    } finally {
      cancel();
    }
  }

  private async attempt(signal: AbortSignal): Promise<boolean> {
    const { clock, logger } = this.settings;
    const askedAt = { now: clock.now(), elapsed: clock.elapsed() };
    const options = { signal, timeoutMs: this.timing.renewMs / 2 };
    try {
      const lease =
        (await this.renew(options)) ?? (await this.takeOrRenew(options));
      this.ours = lease;
      if (!lease) return false;
      this.renewedAt = askedAt;
      return true;
    } catch (error) {
      this.ours = undefined;
      if (isKubeError(error, 'Conflict', 'AlreadyExists', 'Aborted')) {
        return false; // somebody was faster
      }
      logger.warn('leader election failed', { error: messageOf(error) });
      return false;
    }
  }

  /** The usual case, in one request: nobody has touched the lease since we did. */
  private async renew(options: AttemptOptions): Promise<Lease | undefined> {
    if (!this.ours) return undefined;
    const { client, clock } = this.settings;
    const { acquireTime, leaseTransitions = 0 } = this.ours.spec ?? {};
    const body = this.body(
      microTime(clock.now()),
      leaseTransitions,
      acquireTime,
    );
    body.metadata.resourceVersion = this.ours.metadata.resourceVersion;
    try {
      return await client.replace<Lease>(RESOURCES.leases, body, options);
    } catch (error) {
      if (!isKubeError(error, 'Conflict')) throw error;
      return undefined; // touched, be it by an attempt of ours whose answer was lost
    }
  }

  /** @returns the lease if it is ours now */
  private async takeOrRenew(
    options: AttemptOptions,
  ): Promise<Lease | undefined> {
    const { client, clock, identity } = this.settings;
    const lease = await this.read(options);
    const now = microTime(clock.now());
    if (!lease) {
      return client.create(RESOURCES.leases, this.body(now, 0), options);
    }
    const ours = lease.spec?.holderIdentity === identity;
    if (!ours) this.renewedAt = undefined;
    if (!ours && !this.expired(lease)) return undefined;
    const transitions = (lease.spec?.leaseTransitions ?? 0) + (ours ? 0 : 1);
    const acquired = ours ? lease.spec?.acquireTime ?? now : now;
    const body = this.body(now, transitions, acquired);
    body.metadata.resourceVersion = lease.metadata.resourceVersion;
    return client.replace(RESOURCES.leases, body, options);
  }

  private async read(options: AttemptOptions): Promise<Lease | undefined> {
    const { client, name, namespace } = this.settings;
    try {
      return await client.get<Lease>(
        RESOURCES.leases,
        namespace,
        name,
        options,
      );
    } catch (error) {
      if (isKubeError(error, 'NotFound')) return undefined;
      throw error;
    }
  }

  private expired(lease: Lease): boolean {
    if (!lease.spec?.holderIdentity) return true;
    const version = lease.metadata.resourceVersion ?? '';
    const at = this.settings.clock.elapsed();
    if (this.seen?.version !== version) this.seen = { version, at };
    const durationMs = (lease.spec.leaseDurationSeconds ?? 0) * 1000;
    this.seen.durationMs = durationMs || this.timing.leaseMs;
    return this.expiryMs() <= 0;
  }

  /** Milliseconds until another's lease that was seen runs out. */
  private expiryMs(): number {
    if (!this.seen) return Infinity;
    const { at, durationMs = this.timing.leaseMs } = this.seen;
    return at + durationMs - this.settings.clock.elapsed();
  }

  /** Milliseconds for which nobody else can have the lease. */
  private remainingMs(): number {
    if (!this.renewedAt) return 0;
    const { clock } = this.settings;
    // One clock may be set back, the other stands still while a machine sleeps.
    const passed = Math.max(
      clock.now() - this.renewedAt.now,
      clock.elapsed() - this.renewedAt.elapsed,
    );
    return Math.max(0, this.timing.renewMs - passed);
  }

  private async release(): Promise<void> {
    this.renewedAt = undefined;
    const { client, clock, identity, logger } = this.settings;
    const options = { timeoutMs: this.timing.retryMs };
    try {
      const lease = await this.read(options);
      if (!lease || lease.spec?.holderIdentity !== identity) return;
      const body = this.body(
        microTime(clock.now()),
        lease.spec.leaseTransitions ?? 0,
      );
      body.metadata.resourceVersion = lease.metadata.resourceVersion;
      body.spec = { ...body.spec, holderIdentity: '', leaseDurationSeconds: 1 };
      await client.replace(RESOURCES.leases, body, options);
    } catch (error) {
      logger.warn('lease not given back', { error: messageOf(error) });
    }
  }

  private body(now: string, transitions: number, acquired = now): Lease {
    const { identity, name, namespace } = this.settings;
    return {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: { name, namespace },
      spec: {
        holderIdentity: identity,
        leaseDurationSeconds: this.timing.leaseMs / 1000,
        acquireTime: acquired,
        renewTime: now,
        leaseTransitions: transitions,
      },
    };
  }

  private pause(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      if (signal.aborted) {
        resolve();
        return;
      }
      let cancel = () => {};
      const finish = () => {
        cancel();
        signal.removeEventListener('abort', finish);
        resolve();
      };
      cancel = this.settings.clock.after(ms, finish);
      signal.addEventListener('abort', finish, { once: true });
    });
  }
}
