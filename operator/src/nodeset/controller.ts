import {
  isKubeError,
  KubeApplier,
  KubeLister,
  KubeObject,
  KubeWriter,
  RESOURCES,
} from '@monero-portal/kube-client';
import { GROUP, NODE_SET, VERSION } from '@monero-portal/monero-api';
import { PrivateNetworks } from '../anonymity/containerParts';
import { IdentityKeeper } from '../anonymity/IdentityKeeper';
import { applyChanges, ApplyDeps } from '../machinery/applyChanges';
import { Clock } from '../machinery/clock';
import { Outcome } from '../machinery/Controller';
import { EventSink } from '../machinery/EventRecorder';
import { FIELD_MANAGER } from '../machinery/fieldManager';
import { imageIn } from '../machinery/imageIn';
import { Key } from '../machinery/key';

import { pinnedIn, pinTemplate } from '../machinery/pinTemplate';
import { planChanges, withFingerprint } from '../machinery/planChanges';
import { adoptable } from '../status/adoptable';
import { Finding } from '../status/conditions';
import { OBSTACLE_RETRY_MS, obstacleOf } from '../status/obstacleOf';
import { ProgressTiming, StatusReporter } from '../status/StatusReporter';
import { understood } from '../status/understood';
import { Identities, NO_IDENTITIES } from './anonymity';
import { CHILD_RESOURCES, ChildKind, desiredChildren } from './children';
import { claimsToGrow, needsNewStatefulSet, whyNotGrown } from './claims';
import { keepIdentities, KeptSet, noteIdentities } from './identities';
import { chooseImages, Images } from './images';
import { Pod, StatefulSet } from '../machinery/kubeTypes';
import { selectorText } from './labels';
import { nodesOf } from './nodes';
import { NodeSetStores, observe, Observed, rpcAddressOf } from './observe';
import { lacksPods, whyNoPods } from './podRefusals';
import { isClosedNet } from './peers';
import { planRollout } from './rollout';
import { NodeSet, parseNodeSet } from './spec';
import { statusOf } from './status';
import { templateInputs } from './templateInputs';

/** The resource that this controller looks after. */
export const NODE_SET_RESOURCE = {
  group: GROUP,
  version: VERSION,
  plural: NODE_SET.plural,
} as const;

/** A refusal of pods is told by events, which are not watched. */
const REFUSAL_RETRY_MS = 15_000;

/** Keys of a person's own making are read again so often; nobody watches Secrets. */
const FOREIGN_KEYS_RETRY_MS = 60_000;

/** What a reconciler works with. */
export interface NodeSetReconcilerDeps {
  client: KubeApplier &
    KubeLister &
    Pick<KubeWriter, 'create' | 'delete' | 'patch'>;
  stores: NodeSetStores;
  /** Images where the manifest names none. */
  images: Images;
  /** Private networks of tests; absent: the real ones. */
  privateNetworks?: PrivateNetworks;
  keeper: IdentityKeeper;
  clock: Clock;
  events: EventSink;
  /** How long statuses of work under way wait; absent: not at all. */
  progress?: ProgressTiming;
}

/** What a pass has decided before it acts. */
interface ActInputs {
  images: Images;
  identities: Identities;
}

/** Makes the cluster what node sets say, one pass at a time. */
export class NodeSetReconciler {
  private readonly applyDeps: ApplyDeps;
  private readonly reporter: StatusReporter;

  constructor(private readonly deps: NodeSetReconcilerDeps) {
    this.applyDeps = {
      client: deps.client,
      fieldManager: FIELD_MANAGER,
      resourceOf: kind => CHILD_RESOURCES[kind as ChildKind],
    };
    this.reporter = new StatusReporter({
      client: deps.client,
      events: deps.events,
      resource: NODE_SET_RESOURCE,
      fieldManager: FIELD_MANAGER,
      progress: deps.progress,
    });
  }

  /** Observes, decides, applies, writes the status. */
  readonly reconcile = async (
    key: Key,
    signal: AbortSignal,
  ): Promise<Outcome> => {
    const raw = this.deps.stores.nodeSets.get(key);
    const nodeSet = await understood(
      raw,
      parseNodeSet,
      { reporter: this.reporter, clock: this.deps.clock },
      signal,
    );
    if (!raw || !nodeSet) return {};
    return this.advance(key, raw, nodeSet, signal);
  };

  private async advance(
    key: Key,
    raw: KubeObject,
    nodeSet: NodeSet,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const observed = observe(key, nodeSet.uid, this.deps.stores);
    const images = chooseImages(nodeSet, this.deps.images);
    const kept = await this.keepIdentities(nodeSet, signal);
    const { identities } = kept;
    const { obstacle: hindrance, statefulSet } =
      nodeSet.paused || kept.obstacle
        ? { obstacle: kept.obstacle, statefulSet: observed.statefulSet }
        : await this.act(
            raw,
            nodeSet,
            observed,
            { images, identities },
            signal,
          );
    const refused =
      hindrance === undefined &&
      statefulSet !== undefined &&
      lacksPods(statefulSet);
    const obstacle = refused
      ? await whyNoPods(statefulSet, observed.pods, this.deps.client, signal)
      : hindrance;
    const { pods } = observed;
    const status = statusOf(
      {
        nodeSet,
        statefulSet,
        nodes: nodesOf(nodeSet.name, pods, statefulSet?.status?.updateRevision),
        image: imageIn(statefulSet, 'monerod') ?? images.monerod,
        obstacle,
        identities,
        children: observed.children,
      },
      this.deps.clock.now(),
    );
    const reported = await this.reporter.report(raw, status, signal);
    if (refused) return { requeueAfterMs: REFUSAL_RETRY_MS, ...reported };
    if (obstacle) return { requeueAfterMs: OBSTACLE_RETRY_MS };
    return kept.foreign
      ? { requeueAfterMs: FOREIGN_KEYS_RETRY_MS, ...reported }
      : reported;
  }

  /** Keys come first: with wrong ones no pod is touched. */
  private async keepIdentities(
    nodeSet: NodeSet,
    signal: AbortSignal,
  ): Promise<KeptSet & { obstacle?: Finding }> {
    try {
      return await keepIdentities(nodeSet, this.deps.keeper, signal);
    } catch (error) {
      return {
        identities: NO_IDENTITIES,
        foreign: false,
        obstacle: obstacleOf(error),
      };
    }
  }

  /**
   * Every write to children.
   * @returns what only a person can mend, and the StatefulSet as it is now: a
   *   status made from the one before a change would call the change done
   */
  private async act(
    raw: KubeObject,
    nodeSet: NodeSet,
    observed: Observed,
    inputs: ActInputs,
    signal: AbortSignal,
  ): Promise<{ obstacle?: Finding; statefulSet?: StatefulSet }> {
    try {
      const desired = this.desired(raw, nodeSet, observed, inputs).map(
        withFingerprint,
      );
      const statefulSet =
        (await this.applyChildren(desired, nodeSet, observed, signal)) ??
        observed.statefulSet;
      const obstacle = await this.growClaims(nodeSet, observed, signal);
      await this.rollOut(raw, nodeSet, { ...observed, statefulSet }, signal);
      return { obstacle, statefulSet };
    } catch (error) {
      const { statefulSet } = observed;
      return { obstacle: obstacleOf(error), statefulSet };
    }
  }

  /** Children as they should be; pods as they are, until their author wants others. */
  private desired(
    raw: KubeObject,
    nodeSet: NodeSet,
    observed: Observed,
    { images, identities }: ActInputs,
  ): KubeObject[] {
    const { privateNetworks } = this.deps;
    const identityNote = noteIdentities(
      identities,
      observed.statefulSet,
      pinnedIn(observed.children),
      nodeSet.givenKeys,
    );
    const rpcAddress = rpcAddressOf(nodeSet, observed);
    const children = desiredChildren(nodeSet, images, {
      podMonitors: this.deps.stores.podMonitors.available,
      identities,
      identityNote,
      privateNetworks,
      rpcAddress,
    });
    const inputs = templateInputs(nodeSet, { identityNote, privateNetworks });
    const adopt = adoptable(raw) && nodeSet.adopt === undefined;
    return pinTemplate(
      pinTemplate(children, observed.children, { inputs, adopt }),
      observed.children,
      { of: 'Deployment', inputs: { inputs, rpcAddress }, adopt },
    );
  }

  /** @returns the StatefulSet, if it was applied */
  private async applyChildren(
    desired: readonly KubeObject[],
    nodeSet: NodeSet,
    observed: Observed,
    signal: AbortSignal,
  ): Promise<StatefulSet | undefined> {
    const changes = planChanges(desired, observed.children);
    const statefulSet = desired[desired.length - 1];
    if (needsNewStatefulSet(statefulSet, observed.statefulSet)) {
      // Its pods and claims stay; the new one, made in the pass that the
      // deletion triggers, adopts them.
      const { name, namespace, uid, resourceVersion } = observed.statefulSet
        ?.metadata ?? { name: nodeSet.name };
      await this.deps.client.delete(RESOURCES.statefulSets, namespace, name, {
        preconditions: { uid, resourceVersion },
        propagationPolicy: 'Orphan',
        signal,
      });
      changes.apply = changes.apply.filter(each => each !== statefulSet);
    }
    const applied = await applyChanges(
      changes,
      observed.children,
      this.applyDeps,
      signal,
    );
    return applied.find(
      (each): each is StatefulSet => each.kind === 'StatefulSet',
    );
  }

  /** @returns why a claim cannot grow, which is no reason to leave the rest undone */
  private async growClaims(
    nodeSet: NodeSet,
    observed: Observed,
    signal: AbortSignal,
  ): Promise<Finding | undefined> {
    const { diskSize } = nodeSet.spec;
    let obstacle: Finding | undefined;
    for (const claim of claimsToGrow(nodeSet, observed.claims)) {
      const { namespace, name } = claim.metadata;
      try {
        await this.deps.client.patch(
          RESOURCES.persistentVolumeClaims,
          namespace,
          name,
          { spec: { resources: { requests: { storage: diskSize } } } },
          { type: 'merge', fieldManager: FIELD_MANAGER, signal },
        );
      } catch (error) {
        obstacle ??= whyNotGrown(claim, diskSize, error);
      }
    }
    return obstacle;
  }

  private async rollOut(
    raw: KubeObject,
    nodeSet: NodeSet,
    { statefulSet, pods }: Observed,
    signal: AbortSignal,
  ): Promise<void> {
    const seen = statefulSet?.status?.observedGeneration ?? 0;
    if (!statefulSet || seen < (statefulSet.metadata.generation ?? 0)) return;
    const plan = (of: readonly Pod[]) =>
      planRollout(
        nodeSet.spec,
        nodesOf(nodeSet.name, of, statefulSet.status?.updateRevision),
        { closed: isClosedNet(nodeSet) },
      );
    if (plan(pods).length === 0) return;
    // The cache may lag behind a deletion of a moment ago: decide on what is.
    const { items } = await this.deps.client.list<Pod>(
      RESOURCES.pods,
      {
        namespace: nodeSet.namespace,
        labelSelector: selectorText(nodeSet.name),
      },
      { signal },
    );
    for (const { pod, uid, why } of plan(items)) {
      // Of the state that was decided on: a pod that changed meanwhile, be it
      // by another leader's hand, is looked at again.
      const { resourceVersion } =
        items.find(({ metadata }) => metadata.uid === uid)?.metadata ?? {};
      await this.deletePod(
        nodeSet.namespace,
        pod,
        { uid, resourceVersion },
        signal,
      );
      this.deps.events.record(raw, {
        type: 'Normal',
        reason: 'ReplacingNode',
        action: 'Rollout',
        note: why,
      });
    }
  }

  private async deletePod(
    namespace: string,
    name: string,
    preconditions: { uid: string; resourceVersion?: string },
    signal: AbortSignal,
  ): Promise<void> {
    try {
      await this.deps.client.delete(RESOURCES.pods, namespace, name, {
        preconditions,
        signal,
      });
    } catch (error) {
      if (!isKubeError(error, 'NotFound', 'Conflict')) throw error;
    }
  }
}
