import {
  isKubeError,
  KubeApplier,
  KubeObject,
  KubeWriter,
  ResourceRef,
} from '@monero-portal/kube-client';
import { Condition } from '@monero-portal/monero-api';
import { canonicalJson, fingerprint } from '../machinery/canonicalJson';
import { Clock } from '../machinery/clock';
import { Outcome } from '../machinery/Controller';
import { EventSink } from '../machinery/EventRecorder';
import { remember } from '../machinery/remember';
import { CONDITION } from './conditions';
import { turnsBetween } from './turns';

/** What every status has. */
export interface Status {
  observedGeneration?: number;
  conditions?: Condition[];
}

/** What a reporter works with. */
export interface StatusReporterDeps {
  client: KubeApplier & Pick<KubeWriter, 'patch'>;
  events: EventSink;
  /** What the objects are. */
  resource: ResourceRef;
  fieldManager: string;
  /** How long progress may wait to be written; absent: not at all. */
  progress?: ProgressTiming;
}

/** For how long a status of work under way waits for what comes of the work. */
export interface ProgressTiming {
  clock: Pick<Clock, 'elapsed'>;
  waitMs: number;
}

/** Short for a person, long for an API server that makes pods. */
export const PROGRESS_WAIT_MS = 500;

/** More objects than that with such a status cost a request a pass each. */
const MEMORY = 5_000;

/** Writes statuses, and events about what changed in them. */
export class StatusReporter {
  /**
   * Statuses of which the API server keeps less than was written, or others
   * more, by uid: what was asked for and what came of it. Asking again would
   * change nothing.
   */
  private readonly settled = new Map<
    string,
    { asked: string; stored: string }
  >();
  /** Since when progress waits to be written, by uid. */
  private readonly waiting = new Map<string, number>();

  constructor(private readonly deps: StatusReporterDeps) {}

  /**
   * Writes only what changed, and tells of it. Work under way is written in one
   * with what follows within a moment; how it ended, and what needs a person,
   * at once.
   *
   * @returns when to look again, if something still waits to be written
   */
  async report(
    raw: KubeObject,
    status: Status,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const isNews = canonicalJson(raw.status) !== canonicalJson(status);
    const waitMs = isNews && isUnderWay(status) ? this.waitOf(raw) : 0;
    if (waitMs > 0) return { requeueAfterMs: waitMs };
    this.waiting.delete(raw.metadata.uid ?? '');
    if (isNews) await this.write(raw, status, signal);
    this.tell(raw, status);
    return {};
  }

  /** For how many milliseconds progress of an object is still to wait. */
  private waitOf({ metadata: { uid = '' } }: KubeObject): number {
    const { progress } = this.deps;
    if (!progress) return 0;
    const now = progress.clock.elapsed();
    const since = this.waiting.get(uid) ?? now;
    remember(this.waiting, uid, since, MEMORY);
    return Math.max(0, since + progress.waitMs - now);
  }

  private async write(
    raw: KubeObject,
    status: Status,
    signal: AbortSignal,
  ): Promise<void> {
    const { name, namespace, uid = '' } = raw.metadata;
    const asked = fingerprint(status);
    const before = this.settled.get(uid);
    if (before?.asked === asked && before.stored === fingerprint(raw.status)) {
      return;
    }
    const { client, resource, fieldManager } = this.deps;
    try {
      const written = await client
        .apply(
          resource,
          {
            apiVersion: raw.apiVersion,
            kind: raw.kind,
            metadata: { name, namespace },
            status,
          },
          { fieldManager, subresource: 'status', signal },
        )
        .catch(error => {
          if (!isKubeError(error, 'Invalid')) throw error;
          // An apply refuses what an older definition does not know; a patch
          // drops it.
          return client.patch(
            resource,
            namespace,
            name,
            { status },
            { type: 'merge', subresource: 'status', fieldManager, signal },
          );
        });
      const stored = fingerprint(written.status);
      if (stored === asked) this.settled.delete(uid);
      else remember(this.settled, uid, { asked, stored }, MEMORY);
    } catch (error) {
      // Deleted meanwhile.
      if (!isKubeError(error, 'NotFound')) throw error;
    }
  }

  /** An event for each turn that the story of the object takes. */
  private tell(raw: KubeObject, status: Status): void {
    for (const event of turnsBetween(raw.status, status)) {
      this.deps.events.record(raw, { ...event, action: 'Reconcile' });
    }
  }
}

function isUnderWay({ conditions = [] }: Status): boolean {
  return conditions.some(
    ({ type, status }) => type === CONDITION.reconciling && status === 'True',
  );
}
