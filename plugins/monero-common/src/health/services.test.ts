import type { AddressService, Condition } from '../schemas';
import { rpcServiceOf, servicesOf } from './services';
import type { NodeSample } from './sample';
import { ago } from './testing';

const TOR = { network: 'tor', service: 'p2p' } as const;
const RPC = { network: 'tor', service: 'rpc' } as const;
const I2P = { network: 'i2p', service: 'p2p' } as const;

describe('why nobody finds an address', () => {
  it.each<[string, AddressService, Partial<NodeSample>, string]>([
    [
      'tor is down',
      { ...TOR, published: false },
      { tor: { up: false } },
      'tor does not answer.',
    ],
    [
      'tor starts',
      { ...TOR, published: false },
      { tor: { up: true, bootstrapped: 0.45, introductionCircuits: 0 } },
      'tor is at 45 % of its start.',
    ],
    [
      'tor lost its network',
      { ...TOR, published: false },
      { tor: { up: true, bootstrapped: 1, introductionCircuits: 0 } },
      'tor has no circuit that leads to it.',
    ],
    [
      'no directory took it',
      { ...TOR, published: false },
      { tor: { up: true, bootstrapped: 1, introductionCircuits: 3 } },
      'No directory of Tor holds it.',
    ],
    [
      'i2pd is down',
      { ...I2P, published: false },
      { i2pd: { up: false } },
      'i2pd does not answer.',
    ],
    [
      'i2pd has built no tunnel to it',
      { ...I2P, published: false },
      { i2pd: { up: true, tunnelsIn: 0, tunnelsOut: 2, knownRouters: 1 } },
      'i2pd has no inbound tunnel for it; it knows 1 router.',
    ],
    [
      'i2pd has no way to publish it',
      { ...I2P, published: false },
      { i2pd: { up: true, tunnelsIn: 3, tunnelsOut: 0 } },
      'i2pd has no outbound tunnel for it.',
    ],
  ])('is told when %s', (_, service, sample, reason) => {
    expect(servicesOf({ services: [service], ...sample })).toEqual([
      { ...service, reason },
    ]);
  });

  it('is nothing where it is found, or where nobody tells', () => {
    expect(servicesOf({ services: [{ ...TOR, published: true }] })).toEqual([
      { ...TOR, published: true, reason: undefined },
    ]);
    expect(servicesOf({})).toBeUndefined();
  });
});

describe('the onion address that leads wallets to a set', () => {
  const node = {
    services: [
      { ...TOR, published: true },
      { ...RPC, published: true },
    ],
  };
  const condition = (status: string): Condition => ({
    type: 'RpcPublished',
    status,
    message: 'It says so.',
    lastTransitionTime: ago(60),
  });

  it.each<[string, Condition[], object[], AddressService | undefined]>([
    ['is told by its only node', [], [node], { ...RPC, published: true }],
    [
      'is told by the operator',
      [condition('True')],
      [node, node],
      { ...RPC, published: true },
    ],
    [
      'is not found, says the operator',
      [condition('False')],
      [node, node],
      { ...RPC, published: false, reason: 'It says so.', since: ago(60) },
    ],
    ['is not told of', [condition('Unknown')], [node], undefined],
    ['is not that of a node of several', [], [node, node], undefined],
    ['is not told by an older exporter', [], [{}], undefined],
  ])('%s', (_, conditions, nodes, expected) => {
    expect(rpcServiceOf({ conditions }, nodes)).toEqual(expected);
  });
});
