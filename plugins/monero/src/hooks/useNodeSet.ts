import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  SIGNAL_NODE_SETS,
  type NodeSetHealth,
  type NodeSetRef,
  type NodeSetSignal,
} from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from '../api';
import { useLive, type Live } from './useLive';

/** One node set, kept current. */
export function useNodeSet(ref: NodeSetRef): Live<NodeSetHealth> {
  const { cluster, namespace, name } = ref;
  const api = useApi(moneroApiRef);
  const fetcher = useCallback(
    (signal: AbortSignal) =>
      api.getNodeSet({ cluster, namespace, name }, { signal }),
    [api, cluster, namespace, name],
  );
  return useLive<NodeSetHealth, NodeSetSignal>(fetcher, {
    channel: SIGNAL_NODE_SETS,
    matches: message =>
      message.cluster === cluster &&
      message.namespace === namespace &&
      message.name === name,
  });
}
