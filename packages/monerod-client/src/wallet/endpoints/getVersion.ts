import { walletMethod } from '../walletMethod';

/** Version of the wallet's RPC. */
export interface WalletVersion {
  major: number;
  minor: number;
  /** Built from a release. */
  release: boolean;
}

const MINOR_BITS = 16;

/** Version of the wallet's RPC. */
export const getVersion = walletMethod<void, WalletVersion>('get_version', {
  decode: wire => {
    const version = wire.count('version');
    return {
      major: version >>> MINOR_BITS,
      minor: version & (2 ** MINOR_BITS - 1),
      release: wire.boolean('release'),
    };
  },
});
