import type { Nettype } from '../endpoints/getInfo';

/** What peers of one network have in common. */
export interface NetworkConstants {
  /** Told in every handshake: 32 hexadecimal digits. */
  networkId: string;
  /** Hash of the first block: 64 hexadecimal digits. */
  genesisId: string;
}

const MAINNET_ID = '1230f171610441611731008216a1a110';
const MAINNET_GENESIS =
  '418015bb9ae982a1975da7d79277c2705727a56894ba0fb246adaabb1f4632e3';

/** As in monero's `cryptonote_config.h`; regtest takes mainnet's. */
export const NETWORKS: Readonly<Record<Nettype, NetworkConstants>> = {
  mainnet: { networkId: MAINNET_ID, genesisId: MAINNET_GENESIS },
  testnet: {
    networkId: '1230f171610441611731008216a1a111',
    genesisId:
      '48ca7cd3c8de5b6a4d53d2861fbdaedca141553559f9be9520068053cda8430b',
  },
  stagenet: {
    networkId: '1230f171610441611731008216a1a112',
    genesisId:
      '76ee3cc98646292206cd3e86f74d88b4dcc1d937088645e9b0cbca84b7ce74eb',
  },
  regtest: { networkId: MAINNET_ID, genesisId: MAINNET_GENESIS },
};
