import { query } from '../endpoint';

/** Version of the RPC, which is not that of the daemon. Never masked. */
export interface RpcVersion {
  major: number;
  minor: number;
  /** Built from a tagged release. */
  release: boolean;
}

/** Version of the RPC that the daemon speaks. */
export const getVersion = query(
  'get_version',
  'json-rpc',
  (wire): RpcVersion => {
    const version = wire.count('version');
    // major in the upper, minor in the lower 16 bits
    return {
      major: Math.floor(version / 2 ** 16),
      minor: version % 2 ** 16,
      release: wire.boolean('release'),
    };
  },
);
