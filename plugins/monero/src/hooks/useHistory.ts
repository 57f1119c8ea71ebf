import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  SIGNAL_NODE_SETS,
  type History,
  type ObjectRef,
} from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from '../api';
import { useLive, type Live } from './useLive';

/** A point is added every minute. */
const POLL_MS = 60_000;
const never = () => false;

/** What the pods of an object were like over the last hours. */
export function useHistory(ref: ObjectRef, hours: number): Live<History> {
  const { kind, cluster, namespace, name } = ref;
  const api = useApi(moneroApiRef);
  const fetcher = useCallback(
    (signal: AbortSignal) =>
      api.getHistory({ kind, cluster, namespace, name }, { hours }, { signal }),
    [api, kind, cluster, namespace, name, hours],
  );
  return useLive<History>(fetcher, {
    channel: SIGNAL_NODE_SETS,
    matches: never,
    pollMs: POLL_MS,
  });
}
