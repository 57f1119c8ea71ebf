import { useEffect, useState } from 'react';
import type { NetworkHealth } from '@monero-portal/plugin-monero-common';
import { followBlock, type BlockTravel } from './followBlock';

/** How far the newest block has come, followed for as long as the page is open. */
export function useBlockTravel(
  network: NetworkHealth,
): BlockTravel | undefined {
  const [travel, setTravel] = useState(() => followBlock(undefined, network));
  useEffect(() => {
    setTravel(last => followBlock(last, network));
  }, [network]);
  return travel;
}
