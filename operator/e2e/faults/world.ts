import {
  isKubeError,
  KubeClient,
  KubeObject,
  ResourceRef,
} from '@monero-portal/kube-client';
import {
  Condition,
  GROUP,
  MINING_NODE_SET,
  NETWORK,
  NODE_SET,
  VERSION,
} from '@monero-portal/monero-api';
import { containsDesired } from '../../src/machinery/containsDesired';
import { pinTemplate } from '../../src/machinery/pinTemplate';
import { identity, withFingerprint } from '../../src/machinery/planChanges';
import { POD_MONITOR_RESOURCE } from '../../src/machinery/podMonitor';
import {
  CHILD_RESOURCES as MINING_CHILDREN,
  desiredChildren as childrenOfMiners,
} from '../../src/miningnodeset/children';
import { chooseImages as chooseMiningImages } from '../../src/miningnodeset/images';
import { parseMiningNodeSet } from '../../src/miningnodeset/spec';
import { templateInputs as miningTemplateInputs } from '../../src/miningnodeset/templateInputs';
import {
  CHILD_RESOURCES as NETWORK_CHILDREN,
  desiredChildren as childrenOfNetwork,
} from '../../src/network/children';
import { parseNetwork } from '../../src/network/spec';
import {
  CHILD_RESOURCES as NODE_SET_CHILDREN,
  desiredChildren as childrenOfNodeSet,
} from '../../src/nodeset/children';
import { chooseImages } from '../../src/nodeset/images';
import { parseNodeSet } from '../../src/nodeset/spec';
import { templateInputs } from '../../src/nodeset/templateInputs';
import {
  DEFAULT_I2PD_IMAGE,
  DEFAULT_MONEROD_IMAGE,
  DEFAULT_TOR_IMAGE,
  DEFAULT_XMRIG_IMAGE,
} from '../../src/options';

/** Image that `OperatorProcess` names. */
export const EXPORTER_IMAGE = 'docker.io/monero-portal/monero-portal:0.1.0';

const resource = (plural: string): ResourceRef => ({
  group: GROUP,
  version: VERSION,
  plural,
});

/** Without what these clusters do not know. */
function known(
  resources: Readonly<Record<string, ResourceRef>>,
): ResourceRef[] {
  return Object.values(resources).filter(
    ref => ref.plural !== POD_MONITOR_RESOURCE.plural,
  );
}

/** The three kinds: where they are, and what the pure functions make of one. */
export const KINDS = {
  [NODE_SET.kind]: {
    resource: resource(NODE_SET.plural),
    childResources: known(NODE_SET_CHILDREN),
    desired: (raw: KubeObject) => {
      const set = parseNodeSet(raw);
      const images = chooseImages(set, {
        monerod: DEFAULT_MONEROD_IMAGE,
        exporter: EXPORTER_IMAGE,
        tor: DEFAULT_TOR_IMAGE,
        i2pd: DEFAULT_I2PD_IMAGE,
      });
      const inputs = templateInputs(set);
      return pinTemplate(childrenOfNodeSet(set, images), [], { inputs });
    },
  },
  [NETWORK.kind]: {
    resource: resource(NETWORK.plural),
    childResources: Object.values(NETWORK_CHILDREN),
    desired: (raw: KubeObject) => childrenOfNetwork(parseNetwork(raw)),
  },
  [MINING_NODE_SET.kind]: {
    resource: resource(MINING_NODE_SET.plural),
    childResources: known(MINING_CHILDREN),
    desired: (raw: KubeObject) => {
      const set = parseMiningNodeSet(raw);
      const images = chooseMiningImages(set, {
        xmrig: DEFAULT_XMRIG_IMAGE,
        exporter: EXPORTER_IMAGE,
      });
      const inputs = miningTemplateInputs(set);
      return pinTemplate(childrenOfMiners(set, images), [], { inputs });
    },
  },
} as const;

/** Everything in a namespace that differs from what the pure functions want, in words. */
export async function differences(
  client: KubeClient,
  namespace: string,
): Promise<string[]> {
  const found: string[] = [];
  for (const [
    kind,
    { resource: ref, childResources, desired },
  ] of Object.entries(KINDS)) {
    const { items } = await client.list<KubeObject>(ref, { namespace });
    if (items.length === 0) continue;
    const lists = await Promise.all(
      childResources.map(each => client.list<KubeObject>(each, { namespace })),
    );
    const children = lists.flatMap(list => list.items);
    for (const raw of items) {
      const what = `${kind} ${raw.metadata.name}`;
      const own = children.filter(({ metadata }) =>
        metadata.ownerReferences?.some(
          ({ controller, uid }) => controller && uid === raw.metadata.uid,
        ),
      );
      found.push(
        ...compare(desired(raw).map(withFingerprint), own, what),
        ...standing(raw, what),
      );
    }
  }
  return found;
}

function compare(
  desired: KubeObject[],
  own: KubeObject[],
  what: string,
): string[] {
  const byIdentity = new Map(own.map(each => [identity(each), each]));
  const wanted = new Set(desired.map(identity));
  return [
    ...desired.flatMap(each => {
      const there = byIdentity.get(identity(each));
      if (!there) return [`${what}: ${identity(each)} is missing`];
      return containsDesired(each, there)
        ? []
        : [`${what}: ${identity(each)} differs`];
    }),
    ...own.flatMap(each =>
      wanted.has(identity(each)) || each.metadata.deletionTimestamp
        ? []
        : [`${what}: ${identity(each)} is too much`],
    ),
  ];
}

function standing({ metadata, status }: KubeObject, what: string): string[] {
  const { observedGeneration, conditions = [] } = (status ?? {}) as {
    observedGeneration?: number;
    conditions?: Condition[];
  };
  const ready = conditions.find(({ type }) => type === 'Ready');
  return [
    ...(observedGeneration === metadata.generation
      ? []
      : [`${what}: status is of generation ${observedGeneration}`]),
    ...(ready?.status === 'True'
      ? []
      : [`${what}: Ready is ${ready?.status}, ${ready?.message}`]),
  ];
}

/** An object of ours to apply. */
export function manifest(
  kind: keyof typeof KINDS,
  namespace: string,
  name: string,
  spec: object,
): KubeObject {
  return {
    apiVersion: `${GROUP}/${VERSION}`,
    kind,
    metadata: { name, namespace },
    spec,
  };
}

/** Applies an object of ours. */
export function apply(client: KubeClient, object: KubeObject) {
  const { resource: ref } = KINDS[object.kind as keyof typeof KINDS];
  return client.apply(ref, object, { fieldManager: 'operator-e2e' });
}

/** Deletes what may be gone already. */
export async function remove(
  client: KubeClient,
  ref: ResourceRef,
  namespace: string,
  name: string,
): Promise<void> {
  await client.delete(ref, namespace, name).catch(error => {
    if (!isKubeError(error, 'NotFound')) throw error;
  });
}
