import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  SIGNAL_NODE_SETS,
  type ClusterList,
} from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from '../api';
import { useLive, type Live } from './useLive';

const POLL_MS = 30_000;

/** The clusters of the app, and what the portal's watch on each is doing. */
export function useClusters(): Live<ClusterList> {
  const api = useApi(moneroApiRef);
  const fetcher = useCallback(
    (signal: AbortSignal) => api.getClusters({ signal }),
    [api],
  );
  return useLive(fetcher, { channel: SIGNAL_NODE_SETS, pollMs: POLL_MS });
}
