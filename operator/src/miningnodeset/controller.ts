import {
  KubeApplier,
  KubeLister,
  KubeObject,
  KubeWriter,
} from '@monero-portal/kube-client';
import { GROUP, MINING_NODE_SET, VERSION } from '@monero-portal/monero-api';
import { applyChanges, ApplyDeps } from '../machinery/applyChanges';
import { Clock } from '../machinery/clock';
import { Outcome } from '../machinery/Controller';
import { EventSink } from '../machinery/EventRecorder';
import { FIELD_MANAGER } from '../machinery/fieldManager';
import { imageIn } from '../machinery/imageIn';
import { Key } from '../machinery/key';
import { StatefulSet } from '../machinery/kubeTypes';
import { pinTemplate } from '../machinery/pinTemplate';
import { planChanges, withFingerprint } from '../machinery/planChanges';
import { adoptable } from '../status/adoptable';
import { Finding } from '../status/conditions';
import { OBSTACLE_RETRY_MS, obstacleOf } from '../status/obstacleOf';
import { ProgressTiming, StatusReporter } from '../status/StatusReporter';
import { understood } from '../status/understood';
import { CHILD_RESOURCES, ChildKind, desiredChildren } from './children';
import { walletFinding } from './daemon';
import { chooseImages, MiningImages } from './images';
import { minersOf } from './miners';
import { MiningStores, observe, Observed } from './observe';
import { MiningNodeSet, parseMiningNodeSet } from './spec';
import { statusOf } from './status';
import { templateInputs } from './templateInputs';

/** The resource that this controller looks after. */
export const MINING_NODE_SET_RESOURCE = {
  group: GROUP,
  version: VERSION,
  plural: MINING_NODE_SET.plural,
} as const;

/** What a reconciler works with. */
export interface MiningReconcilerDeps {
  client: KubeApplier & KubeLister & Pick<KubeWriter, 'delete' | 'patch'>;
  stores: MiningStores;
  /** Images where the manifest names none. */
  images: MiningImages;
  clock: Clock;
  events: EventSink;
  /** How long statuses of work under way wait; absent: not at all. */
  progress?: ProgressTiming;
}

/** Makes the cluster what mining sets say, one pass at a time. */
export class MiningNodeSetReconciler {
  private readonly applyDeps: ApplyDeps;
  private readonly reporter: StatusReporter;

  constructor(private readonly deps: MiningReconcilerDeps) {
    this.applyDeps = {
      client: deps.client,
      fieldManager: FIELD_MANAGER,
      resourceOf: kind => CHILD_RESOURCES[kind as ChildKind],
    };
    this.reporter = new StatusReporter({
      client: deps.client,
      events: deps.events,
      resource: MINING_NODE_SET_RESOURCE,
      fieldManager: FIELD_MANAGER,
      progress: deps.progress,
    });
  }

  /** Observes, decides, applies, writes the status. */
  readonly reconcile = async (
    key: Key,
    signal: AbortSignal,
  ): Promise<Outcome> => {
    const raw = this.deps.stores.miningNodeSets.get(key);
    const set = await understood(
      raw,
      parseMiningNodeSet,
      { reporter: this.reporter, clock: this.deps.clock },
      signal,
    );
    if (!raw || !set) return {};
    return this.advance(key, raw, set, signal);
  };

  private async advance(
    key: Key,
    raw: KubeObject,
    set: MiningNodeSet,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const observed = observe(key, set, this.deps.stores);
    const images = chooseImages(set, this.deps.images);
    const { obstacle, statefulSet } = set.paused
      ? { obstacle: undefined, statefulSet: observed.statefulSet }
      : await this.act(raw, set, observed, images, signal);
    const { daemon, pods } = observed;
    const status = statusOf(
      {
        set,
        statefulSet,
        miners: minersOf(set.name, pods, statefulSet?.status?.updateRevision),
        daemon,
        image: imageIn(statefulSet, 'xmrig') ?? images.xmrig,
        obstacle,
      },
      this.deps.clock.now(),
    );
    const reported = await this.reporter.report(raw, status, signal);
    return obstacle ? { requeueAfterMs: OBSTACLE_RETRY_MS } : reported;
  }

  /** Every write to children. @returns what only a person can mend, and the StatefulSet as it is now */
  private async act(
    raw: KubeObject,
    set: MiningNodeSet,
    observed: Observed,
    images: MiningImages,
    signal: AbortSignal,
  ): Promise<{ obstacle?: Finding; statefulSet?: StatefulSet }> {
    const { statefulSet, children, daemon } = observed;
    const wrong = walletFinding(set, daemon);
    // xmrig would ask for work that the daemon refuses, for ever.
    if (wrong) return { obstacle: wrong, statefulSet };
    const wanted = desiredChildren(set, images, {
      podMonitors: this.deps.stores.podMonitors.available,
    });
    const desired = pinTemplate(wanted, children, {
      inputs: templateInputs(set),
      adopt: adoptable(raw) && set.adopt === undefined,
    });
    try {
      const applied = await applyChanges(
        planChanges(desired.map(withFingerprint), children),
        children,
        this.applyDeps,
        signal,
      );
      return {
        statefulSet:
          applied.find(
            (each): each is StatefulSet => each.kind === 'StatefulSet',
          ) ?? statefulSet,
      };
    } catch (error) {
      return { obstacle: obstacleOf(error), statefulSet };
    }
  }
}
