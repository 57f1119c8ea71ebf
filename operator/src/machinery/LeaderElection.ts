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

/**
 * Sees to it that of several processes one works. Expiry is judged by when
 * this process saw the lease change, so clocks need not agree.
 */
export class LeaderElection {
  private readonly timing: ElectionTiming;
  private seen?: { version: string; at: number };

  constructor(private readonly settings: ElectionSettings) {
    this.timing = settings.timing ?? DEFAULT_ELECTION;
  }

  /** Resolves with true when the lease is ours, false when the signal aborts. */
  async acquire(signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted) {
      if (await this.attempt(signal)) return true;
      await this.pause(this.timing.retryMs, signal);
    }
    return false;
  }

  /**
   * Renews the lease until the signal aborts (then it is given back) or it is
   * lost. @returns why it ended
   */
  async hold(signal: AbortSignal): Promise<'released' | 'lost'> {
    const { clock } = this.settings;
    let renewedAt = clock.now();
    while (!signal.aborted) {
      await this.pause(this.timing.retryMs, signal);
      if (signal.aborted) break;
      if (await this.attempt(signal)) renewedAt = clock.now();
      else if (clock.now() - renewedAt >= this.timing.renewMs) return 'lost';
    }
    await this.release();
    return 'released';
  }

  private async attempt(signal: AbortSignal): Promise<boolean> {
    const { logger } = this.settings;
    try {
      return await this.takeOrRenew(signal);
    } catch (error) {
      if (isKubeError(error, 'Conflict', 'AlreadyExists', 'Aborted')) {
        return false; // somebody was faster
      }
      logger.warn('leader election failed', { error: messageOf(error) });
      return false;
    }
  }

  private async takeOrRenew(signal: AbortSignal): Promise<boolean> {
    const { client, clock, identity } = this.settings;
    const options = { signal, timeoutMs: this.timing.renewMs / 2 };
    const lease = await this.read(options);
    const now = microTime(clock.now());
    if (!lease) {
      await client.create(RESOURCES.leases, this.body(now, 0), options);
      return true;
    }
    const ours = lease.spec?.holderIdentity === identity;
    if (!ours && !this.expired(lease)) return false;
    const transitions = (lease.spec?.leaseTransitions ?? 0) + (ours ? 0 : 1);
    const acquired = ours ? lease.spec?.acquireTime ?? now : now;
    const body = this.body(now, transitions, acquired);
    body.metadata.resourceVersion = lease.metadata.resourceVersion;
    await client.replace(RESOURCES.leases, body, options);
    return true;
  }

  private async read(options: {
    signal?: AbortSignal;
    timeoutMs: number;
  }): Promise<Lease | undefined> {
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
    const now = this.settings.clock.now();
    if (this.seen?.version !== version) this.seen = { version, at: now };
    const durationMs = (lease.spec.leaseDurationSeconds ?? 0) * 1000;
    return now - this.seen.at >= (durationMs || this.timing.leaseMs);
  }

  private async release(): Promise<void> {
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
