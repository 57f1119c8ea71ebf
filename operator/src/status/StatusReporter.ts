import {
  isKubeError,
  KubeApplier,
  KubeObject,
  ResourceRef,
} from '@monero-portal/kube-client';
import { Condition } from '@monero-portal/monero-api';
import { canonicalJson } from '../machinery/canonicalJson';
import { EventSink } from '../machinery/EventRecorder';
import { CONDITION } from './conditions';

/** What every status has. */
export interface Status {
  conditions?: Condition[];
}

/** What a reporter works with. */
export interface StatusReporterDeps {
  client: KubeApplier;
  events: EventSink;
  /** What the objects are. */
  resource: ResourceRef;
  fieldManager: string;
}

/** Writes statuses, and events about what changed in them. */
export class StatusReporter {
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
    const { name, namespace } = raw.metadata;
    const { client, resource, fieldManager } = this.deps;
    try {
      await client.apply(
        resource,
        {
          apiVersion: raw.apiVersion,
          kind: raw.kind,
          metadata: { name, namespace },
          status,
        },
        { fieldManager, subresource: 'status', signal },
      );
    } catch (error) {
      // Deleted meanwhile.
      if (!isKubeError(error, 'NotFound')) throw error;
    }
  }

  /** Events for readiness that was reached and for what needs a person. */
  private tell(raw: KubeObject, status: Status): void {
    const find = (of: Status | undefined, type: string) =>
      of?.conditions?.find(condition => condition.type === type);
    const stalled = find(status, CONDITION.stalled);
    const ready = find(status, CONDITION.ready);
    // Written by this operator alone.
    const before = find(raw.status as Status | undefined, CONDITION.ready);
    if (stalled?.status === 'True') {
      this.deps.events.record(raw, {
        type: 'Warning',
        reason: stalled.reason,
        action: 'Reconcile',
        note: stalled.message,
      });
    } else if (ready?.status === 'True' && before?.status !== 'True') {
      this.deps.events.record(raw, {
        type: 'Normal',
        reason: ready.reason,
        action: 'Reconcile',
        note: ready.message,
      });
    }
  }
}
