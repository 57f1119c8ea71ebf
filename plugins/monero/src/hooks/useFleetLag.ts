import { useCallback, useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  fleetKeyOf,
  SIGNAL_FLEET,
  type FleetHistory,
  type FleetKey,
} from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from '../api';
import { useLive } from './useLive';

/** A line is made of half hours: a newer end of it is soon enough. */
const POLL_MS = 300_000;
const never = () => false;

/** How far behind everything was over the last day. */
export interface FleetLag {
  /** Undefined where nothing was measured, and until it is known. */
  of(item: FleetKey): readonly (number | null)[] | undefined;
  loading: boolean;
  /** Why there is none, or no newer one. */
  error?: Error;
}

/** One request tells the last day of all rows, shown or not. */
export function useFleetLag(): FleetLag {
  const api = useApi(moneroApiRef);
  const fetcher = useCallback(
    (signal: AbortSignal) => api.getFleetHistory({ signal }),
    [api],
  );
  const { value, error, loading } = useLive<FleetHistory>(fetcher, {
    channel: SIGNAL_FLEET,
    matches: never,
    pollMs: POLL_MS,
  });
  return useMemo(() => {
    const byKey = new Map(
      value?.items.map(item => [fleetKeyOf(item), item.blocksBehind]),
    );
    return { of: item => byKey.get(fleetKeyOf(item)), loading, error };
  }, [value, error, loading]);
}
