import { useCallback, useRef } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  SIGNAL_NODE_SETS,
  type MiningSetHealth,
  type MoneroApi,
  type MoneroRequestOptions,
  type NetworkHealth,
  type NodeSetHealth,
  type NodeSetRef,
  type NodeSetSignal,
} from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from '../api';
import { useLive, type Live } from './useLive';

type Get<T> = (
  api: MoneroApi,
  ref: NodeSetRef,
  options: MoneroRequestOptions,
) => Promise<T>;

/** An object of a kind, kept current. `get` must be the same at each call. */
function useObject<T extends { uid: string }>(
  get: Get<T>,
  ref: NodeSetRef,
): Live<T> {
  const { cluster, namespace, name } = ref;
  const api = useApi(moneroApiRef);
  const uid = useRef<string>();
  const fetcher = useCallback(
    async (signal: AbortSignal) => {
      const value = await get(api, { cluster, namespace, name }, { signal });
      uid.current = value.uid;
      return value;
    },
    [api, get, cluster, namespace, name],
  );
  return useLive<T, NodeSetSignal>(fetcher, {
    channel: SIGNAL_NODE_SETS,
    // Before it is known, any may be about it.
    matches: message => !uid.current || message.uid === uid.current,
  });
}

const getNodeSet: Get<NodeSetHealth> = (api, ref, options) =>
  api.getNodeSet(ref, options);
const getNetwork: Get<NetworkHealth> = (api, ref, options) =>
  api.getNetwork(ref, options);
const getMiningSet: Get<MiningSetHealth> = (api, ref, options) =>
  api.getMiningSet(ref, options);

/** One node set, kept current. */
export const useNodeSet = (ref: NodeSetRef) => useObject(getNodeSet, ref);

/** One network, kept current. */
export const useNetwork = (ref: NodeSetRef) => useObject(getNetwork, ref);

/** One mining set, kept current. */
export const useMiningSet = (ref: NodeSetRef) => useObject(getMiningSet, ref);
