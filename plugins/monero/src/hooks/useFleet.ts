import { useCallback, useRef } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  mergeSnapshot,
  SIGNAL_FLEET,
  type ClusterInfo,
  type FleetItem,
  type HeldSnapshot,
} from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from '../api';
import { useLive, type Live } from './useLive';

const POLL_MS = 10_000;

/** Every object of every kind, a line each. */
export interface Fleet {
  items: readonly FleetItem[];
  clusters: readonly ClusterInfo[];
}

/** The whole fleet, kept current: after the first answer only changes travel. */
export function useFleet(): Live<Fleet> {
  const api = useApi(moneroApiRef);
  const held = useRef<HeldSnapshot>();
  const fetcher = useCallback(
    async (signal: AbortSignal): Promise<Fleet> => {
      const { epoch, revision: since } = held.current ?? {};
      const snapshot = await api.getSnapshot({ epoch, since }, { signal });
      held.current = mergeSnapshot(held.current, snapshot);
      return {
        items: [...held.current.items.values()],
        clusters: snapshot.clusters,
      };
    },
    [api],
  );
  return useLive(fetcher, { channel: SIGNAL_FLEET, pollMs: POLL_MS });
}
