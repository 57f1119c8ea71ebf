import type { MoneroNodeSetSpec } from '../generated/MoneroNodeSet';

/** What a network says of each member: a node set's specification but for what the network settles itself. */
export type MemberSpec = Omit<MoneroNodeSetSpec, 'replicas' | 'peers'>;
