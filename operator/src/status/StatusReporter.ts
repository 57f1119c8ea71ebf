import {
  isKubeError,
  KubeApplier,
  KubeObject,
  KubeWriter,
  ResourceRef,
} from '@monero-portal/kube-client';
import { Condition } from '@monero-portal/monero-api';
import { canonicalJson, fingerprint } from '../machinery/canonicalJson';
import { EventSink } from '../machinery/EventRecorder';
import { remember } from '../machinery/remember';
import { turnsBetween } from './turns';

/** What every status has. */
export interface Status {
  conditions?: Condition[];
}

/** What a reporter works with. */
export interface StatusReporterDeps {
  client: KubeApplier & Pick<KubeWriter, 'patch'>;
  events: EventSink;
  /** What the objects are. */
  resource: ResourceRef;
  fieldManager: string;
}

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

  constructor(private readonly deps: StatusReporterDeps) {}

  /** Writes only what changed, and tells of it. */
  async report(
    raw: KubeObject,
    status: Status,
    signal: AbortSignal,
  ): Promise<void> {
    await this.write(raw, status, signal);
    this.tell(raw, status);
  }

  private async write(
    raw: KubeObject,
    status: Status,
    signal: AbortSignal,
  ): Promise<void> {
    if (canonicalJson(raw.status) === canonicalJson(status)) return;
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
