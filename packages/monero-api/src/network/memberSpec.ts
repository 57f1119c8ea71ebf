import type { MoneroNodeSetSpec } from '../generated/MoneroNodeSet';

type Tor = NonNullable<MoneroNodeSetSpec['tor']>;
type I2p = NonNullable<MoneroNodeSetSpec['i2p']>;

/** What a network says of each member: a node set's specification but for what the network settles itself. */
export type MemberSpec = Omit<
  MoneroNodeSetSpec,
  'replicas' | 'peers' | 'tor' | 'i2p'
> & {
  readonly tor?: Omit<Tor, 'peers' | 'proxyClearnet'>;
  readonly i2p?: Omit<I2p, 'peers'>;
};
