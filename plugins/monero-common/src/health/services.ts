import type {
  AddressService,
  Condition,
  NodeHealth,
  ObjectHealth,
} from '../schemas';
import { conditionOf } from './conditions';
import { plural, secondsSince } from './format';
import type { I2pdSample, NodeSample, TorSample } from './sample';

/** As long as the alert of the same matter waits; a program that starts needs some of it. */
const UNPUBLISHED_SECONDS = 600;

/** Whether an address that nobody finds since then has been so for longer than a start takes. */
export function isLongUnpublished(
  since: string | undefined,
  now: number,
): boolean {
  return since !== undefined && secondsSince(since, now) >= UNPUBLISHED_SECONDS;
}

/**
 * The operator's word that wallets do not find the onion address of a set. Only
 * a set whose address a tor of its own publishes has that condition.
 */
export function lostOnionOf(object: {
  conditions: readonly Condition[];
}): Condition | undefined {
  return conditionOf(object, 'RpcPublished', 'False');
}

/** A node's addresses on Tor and I2P, each with the reason when nobody finds it. */
export function servicesOf(
  sample: Pick<NodeSample, 'services' | 'tor' | 'i2pd'>,
): AddressService[] | undefined {
  return sample.services?.map(service => ({
    ...service,
    reason: service.published ? undefined : reasonOf(service, sample),
  }));
}

function reasonOf(
  { network }: AddressService,
  { tor = {}, i2pd = {} }: Pick<NodeSample, 'tor' | 'i2pd'>,
): string {
  return network === 'tor' ? reasonOfTor(tor) : reasonOfI2pd(i2pd);
}

function reasonOfTor({
  up,
  bootstrapped = 1,
  introductionCircuits,
}: TorSample): string {
  if (up === false) return 'tor does not answer.';
  if (bootstrapped < 1) {
    return `tor is at ${Math.round(100 * bootstrapped)} % of its start.`;
  }
  return introductionCircuits === 0
    ? 'tor has no circuit that leads to it.'
    : 'No directory of Tor holds it.';
}

function reasonOfI2pd({
  up,
  knownRouters,
  tunnelsIn,
  tunnelsOut,
}: I2pdSample): string {
  if (up === false) return 'i2pd does not answer.';
  const lacks = tunnelsIn === 0 ? 'inbound' : 'outbound';
  const tunnels =
    tunnelsIn === 0 || tunnelsOut === 0
      ? `i2pd has no ${lacks} tunnel for it`
      : 'i2pd has not published it';
  return knownRouters === undefined
    ? `${tunnels}.`
    : `${tunnels}; it knows ${plural(knownRouters, 'router')}.`;
}

/**
 * The onion address that leads wallets to a set: told by the operator where a
 * tor of its own publishes it, else by the only node, whose address it is.
 */
export function rpcServiceOf(
  { conditions }: Pick<ObjectHealth, 'conditions'>,
  nodes: readonly Pick<NodeHealth, 'onionAddress' | 'services'>[],
): AddressService | undefined {
  const told = conditions.find(({ type }) => type === 'RpcPublished');
  const base = { network: 'tor', service: 'rpc' } as const;
  if (told?.status === 'True') return { ...base, published: true };
  if (told?.status === 'False') {
    return {
      ...base,
      published: false,
      reason: told.message,
      since: told.lastTransitionTime,
    };
  }
  if (told || nodes.length !== 1) return undefined;
  return nodes[0].services?.find(
    ({ network, service }) => network === 'tor' && service === 'rpc',
  );
}
