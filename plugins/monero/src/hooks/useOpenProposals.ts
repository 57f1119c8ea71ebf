import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  SIGNAL_PROPOSALS,
  type ObjectRef,
  type ProposalList,
} from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from '../api';
import { useLive, type Live } from './useLive';

const POLL_MS = 30_000;
const NONE: ProposalList = { items: [] };

/** What others are about to change about an object; nothing where no object is named yet. */
export function useOpenProposals(
  ref: ObjectRef | undefined,
): Live<ProposalList> {
  const { kind, cluster, namespace, name } = ref ?? {};
  const api = useApi(moneroApiRef);
  const fetcher = useCallback(
    async (signal: AbortSignal) =>
      kind && cluster && namespace && name
        ? api.getOpenProposals({ kind, cluster, namespace, name }, { signal })
        : NONE,
    [api, kind, cluster, namespace, name],
  );
  return useLive(fetcher, { channel: SIGNAL_PROPOSALS, pollMs: POLL_MS });
}
