import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  SIGNAL_PROPOSALS,
  type GitManifest,
  type ObjectRef,
} from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from '../api';
import { useLive, type Live } from './useLive';

const POLL_MS = 30_000;

/** The manifest of an object as Git has it; a merge may change it. */
export function useGitManifest(ref: ObjectRef): Live<GitManifest> {
  const { kind, cluster, namespace, name } = ref;
  const api = useApi(moneroApiRef);
  const fetcher = useCallback(
    (signal: AbortSignal) =>
      api.getManifest({ kind, cluster, namespace, name }, { signal }),
    [api, kind, cluster, namespace, name],
  );
  return useLive(fetcher, { channel: SIGNAL_PROPOSALS, pollMs: POLL_MS });
}
