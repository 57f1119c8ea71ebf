import { createDaemonClient } from 'monerod-client';
import type { LoopEnvironment } from './environment';
import { withPortForward } from './kubectl';

/** Anybody's: what is mined on regtest is worth nothing. */
export const ADDRESS =
  '42w4mJnAX8rJPvZTFetXaxRvGNpwh3u6pbFcdaKscN4wiccFbKotahU3Qo6L2B3xNUPvd7qxLNcJrU3w4ndEiWA14d5rG9h';
const UNRESTRICTED_RPC_PORT = 18_081;

/**
 * Mines blocks on a regtest node, through the RPC that only its pod reaches.
 *
 * @returns the node's height after it
 */
export async function mine(
  loop: LoopEnvironment,
  pod: { namespace: string; name: string },
  blocks: number,
): Promise<number> {
  return withPortForward(
    loop,
    { ...pod, port: UNRESTRICTED_RPC_PORT },
    async url => {
      const daemon = createDaemonClient({ url });
      try {
        const { height } = await daemon.generateBlocks({
          blocks,
          walletAddress: ADDRESS,
        });
        return height;
      } finally {
        await daemon.close();
      }
    },
  );
}
