import type { Nettype } from '../endpoints/getInfo';
import { Options } from './command';
import { OptionValues } from './OptionValues';

const NETTYPES: readonly Nettype[] = [
  'mainnet',
  'testnet',
  'stagenet',
  'regtest',
];

/** The option of commands that speak with peers. */
export const NETWORK_OPTION: Options = {
  network: {
    type: 'string',
    short: 'n',
    value: 'NETWORK',
    help: `one of ${NETTYPES.join(', ')} (default: mainnet)`,
  },
};

/** Where peers of each network listen, unless told. */
export const P2P_PORTS: Readonly<Record<Nettype, number>> = {
  mainnet: 18080,
  testnet: 28080,
  stagenet: 38080,
  regtest: 18080,
};

/** The network that was asked for, if any. @throws UsageError */
export const nettypeOf = (options: OptionValues): Nettype | undefined =>
  options.oneOf('network', NETTYPES);
