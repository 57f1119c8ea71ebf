import { parseMonerodArgs } from './args/parseMonerodArgs';
import type { MoneroNodeSetSpec } from './generated/MoneroNodeSet';
import type { Nettype } from './nettype';

/** The network of a node set: what its field says, else what its arguments say, else mainnet. */
export function netTypeOf(
  spec: Pick<MoneroNodeSetSpec, 'network' | 'monerod'>,
): Nettype {
  if (spec.network) return spec.network;
  const flags = parseMonerodArgs(spec.monerod?.args ?? []).map(arg => arg.flag);
  return flags.find(isNetworkFlag) ?? 'mainnet';
}

/** Whether an option chooses the network; its name is then the network's. */
export function isNetworkFlag(
  flag: string,
): flag is 'testnet' | 'stagenet' | 'regtest' {
  return flag === 'testnet' || flag === 'stagenet' || flag === 'regtest';
}
