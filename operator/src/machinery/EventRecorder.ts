import { createHash } from 'node:crypto';
import { KubeObject, KubeWriter, RESOURCES } from '@monero-portal/kube-client';
import { Clock, microTime } from './clock';
import { Logger, messageOf } from './Logger';
import { remember } from './remember';

/** Something worth a line in `kubectl describe`. */
export interface EventNote {
  type: 'Normal' | 'Warning';
  /** PascalCase, for programs. */
  reason: string;
  /** What was done or tried, such as `Reconcile`. */
  action: string;
  /** A sentence for people. */
  note: string;
}

/** Records events about objects. */
export interface EventSink {
  record(regarding: KubeObject, event: EventNote): void;
}

/** The same event about the same object is not repeated sooner than this. */
const REPEAT_AFTER_MS = 10 * 60_000;
/** Events about one object: so many at once, then one each five minutes. */
const BURST = 25;
const REFILL_MS = 5 * 60_000;
/** Objects and events remembered; the oldest are forgotten first. */
const MEMORY = 5_000;
const MAX_NOTE = 1024;

/** What a recorder works with. */
export interface EventRecorderSettings {
  client: Pick<KubeWriter, 'create'>;
  clock: Clock;
  logger: Logger;
  /** Such as `utxo.com.br/monero-operator`. */
  controller: string;
  /** This process. */
  instance: string;
}

/** Writes events.k8s.io/v1 Events; repeats and floods are left out. */
export class EventRecorder implements EventSink {
  private readonly lastSent = new Map<string, number>();
  private readonly budgets = new Map<string, { left: number; at: number }>();

  constructor(private readonly settings: EventRecorderSettings) {}

  record(regarding: KubeObject, event: EventNote): void {
    const uid = regarding.metadata.uid ?? '';
    const identity = `${uid} ${digest(`${event.reason} ${event.note}`)}`;
    const now = this.settings.clock.now();
    if (now - (this.lastSent.get(identity) ?? -Infinity) < REPEAT_AFTER_MS) {
      return;
    }
    if (!this.spend(uid, now)) return;
    remember(this.lastSent, identity, now, MEMORY);
    void this.send(regarding, event, now);
  }

  private spend(uid: string, now: number): boolean {
    const known = this.budgets.get(uid) ?? { left: BURST, at: now };
    const left = Math.min(BURST, known.left + (now - known.at) / REFILL_MS);
    if (left < 1) return false;
    remember(this.budgets, uid, { left: left - 1, at: now }, MEMORY);
    return true;
  }

  private async send(
    regarding: KubeObject,
    event: EventNote,
    now: number,
  ): Promise<void> {
    const { client, controller, instance, logger } = this.settings;
    const { name, namespace = 'default', uid } = regarding.metadata;
    try {
      await client.create(RESOURCES.events, {
        apiVersion: 'events.k8s.io/v1',
        kind: 'Event',
        metadata: { name: `${name}.${suffix(event, now)}`, namespace },
        eventTime: microTime(now),
        reportingController: controller,
        reportingInstance: instance,
        action: event.action,
        reason: event.reason,
        type: event.type,
        note: event.note.slice(0, MAX_NOTE),
        regarding: {
          apiVersion: regarding.apiVersion,
          kind: regarding.kind,
          name,
          namespace,
          uid,
        },
      });
    } catch (error) {
      // An event is a courtesy; the condition says the same.
      logger.warn('event not written', { name, error: messageOf(error) });
    }
  }
}

function suffix(event: EventNote, now: number): string {
  return digest(`${event.reason} ${event.note} ${now}`);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
