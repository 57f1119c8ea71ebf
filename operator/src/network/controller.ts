import {
  KubeApplier,
  KubeLister,
  KubeObject,
  KubeWriter,
} from '@monero-portal/kube-client';
import { GROUP, NETWORK, VERSION } from '@monero-portal/monero-api';
import { IdentityKeeper } from '../anonymity/IdentityKeeper';
import { applyAt, applyChanges, ApplyDeps } from '../machinery/applyChanges';
import { Clock } from '../machinery/clock';
import { Outcome } from '../machinery/Controller';
import { EventSink } from '../machinery/EventRecorder';
import { FIELD_MANAGER } from '../machinery/fieldManager';
import { Key } from '../machinery/key';
import {
  identity,
  planChanges,
  withFingerprint,
} from '../machinery/planChanges';
import { planRollout } from '../nodeset/rollout';
import { Finding } from '../status/conditions';
import { OBSTACLE_RETRY_MS, obstacleOf } from '../status/obstacleOf';
import { ProgressTiming, StatusReporter } from '../status/StatusReporter';
import { understood } from '../status/understood';
import {
  CHILD_RESOURCES,
  ChildKind,
  desiredChildren,
  isMember,
} from './children';
import { keepIdentities, MemberIdentities, NO_IDENTITIES } from './identities';
import { membersOf, MemberView } from './members';
import { NetworkStores, observe, Observed } from './observe';
import { Network, parseNetwork } from './spec';
import { statusOf } from './status';

/** The resource that this controller looks after. */
export const NETWORK_RESOURCE = {
  group: GROUP,
  version: VERSION,
  plural: NETWORK.plural,
} as const;

/** What a reconciler works with. */
export interface NetworkReconcilerDeps {
  client: KubeApplier & KubeLister & Pick<KubeWriter, 'delete' | 'patch'>;
  stores: NetworkStores;
  keeper: IdentityKeeper;
  clock: Clock;
  events: EventSink;
  /** How long statuses of work under way wait; absent: not at all. */
  progress?: ProgressTiming;
}

/** A network, what it should have and what it has. */
interface Scene {
  raw: KubeObject;
  network: Network;
  desired: KubeObject[];
  observed: Observed;
  members: MemberView[];
}

/** Makes the cluster what networks say, one pass at a time. */
export class NetworkReconciler {
  private readonly applyDeps: ApplyDeps;
  private readonly reporter: StatusReporter;

  constructor(private readonly deps: NetworkReconcilerDeps) {
    this.applyDeps = {
      client: deps.client,
      fieldManager: FIELD_MANAGER,
      resourceOf: kind => CHILD_RESOURCES[kind as ChildKind],
    };
    this.reporter = new StatusReporter({
      client: deps.client,
      events: deps.events,
      resource: NETWORK_RESOURCE,
      fieldManager: FIELD_MANAGER,
      progress: deps.progress,
    });
  }

  /** Observes, decides, applies, writes the status. */
  readonly reconcile = async (
    key: Key,
    signal: AbortSignal,
  ): Promise<Outcome> => {
    const raw = this.deps.stores.networks.get(key);
    const network = await understood(
      raw,
      parseNetwork,
      { reporter: this.reporter, clock: this.deps.clock },
      signal,
    );
    if (!raw || !network) return {};
    const { identities, obstacle } = await this.keepIdentities(network, signal);
    const observed = observe(key, network.uid, this.deps.stores);
    const desired = desiredChildren(network, identities, observed.members).map(
      withFingerprint,
    );
    const members = membersOf(network, observed.members, desired);
    const scene = { raw, network, desired, observed, members };
    const outcome = await this.advance(scene, obstacle, signal);
    // Nobody watches Secrets: a person's keys are read again by and by.
    return identities.foreign
      ? { requeueAfterMs: OBSTACLE_RETRY_MS, ...outcome }
      : outcome;
  };

  /** Keys come first: with wrong ones no member is touched. */
  private async keepIdentities(
    network: Network,
    signal: AbortSignal,
  ): Promise<{ identities: MemberIdentities; obstacle?: Finding }> {
    try {
      const { keeper } = this.deps;
      return { identities: await keepIdentities(network, keeper, signal) };
    } catch (error) {
      return { identities: NO_IDENTITIES, obstacle: obstacleOf(error) };
    }
  }

  private async advance(
    scene: Scene,
    invalid: Finding | undefined,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const { raw, network, members } = scene;
    const obstacle =
      network.paused || invalid ? invalid : await this.act(scene, signal);
    const now = this.deps.clock.now();
    const status = statusOf({ network, members, obstacle }, now);
    const reported = await this.reporter.report(raw, status, signal);
    return obstacle ? { requeueAfterMs: OBSTACLE_RETRY_MS } : reported;
  }

  /** Every write to children. @returns what only a person can mend */
  private async act(
    scene: Scene,
    signal: AbortSignal,
  ): Promise<Finding | undefined> {
    try {
      const { desired, observed } = scene;
      const changes = planChanges(desired, observed.children);
      const known = new Set(observed.children.map(identity));
      const isRunning = (child: KubeObject) =>
        isMember(child) && known.has(identity(child));
      const created = changes.apply.filter(child => !isRunning(child));
      await applyChanges(
        { apply: created, remove: changes.remove },
        observed.children,
        this.applyDeps,
        signal,
      );
      this.tellRemovals(scene.raw, changes.remove);
      await this.rollOut(scene, changes.apply.filter(isRunning), signal);
      return undefined;
    } catch (error) {
      return obstacleOf(error);
    }
  }

  /**
   * Changes members that run, which may restart them: so many at a time as may
   * be away.
   */
  private async rollOut(
    { raw, network, members, observed }: Scene,
    changed: readonly KubeObject[],
    signal: AbortSignal,
  ): Promise<void> {
    const plan = planRollout(network, members, { closed: true });
    for (const { pod, why } of plan) {
      const member = changed.find(({ metadata }) => metadata.name === pod);
      if (!member) continue;
      // Of the state that was decided on, like every change.
      const { resourceVersion } =
        observed.members.find(({ metadata }) => metadata.name === pod)
          ?.metadata ?? {};
      await applyAt(resourceVersion, member, this.applyDeps, signal);
      this.deps.events.record(raw, {
        type: 'Normal',
        reason: 'ChangingMember',
        action: 'Rollout',
        note: why,
      });
    }
  }

  private tellRemovals(raw: KubeObject, removed: readonly KubeObject[]): void {
    for (const { metadata } of removed.filter(isMember)) {
      this.deps.events.record(raw, {
        type: 'Normal',
        reason: 'RemovingMember',
        action: 'Scale',
        note: `${metadata.name} is no longer wanted.`,
      });
    }
  }
}
