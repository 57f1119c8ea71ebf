/** Name of the StatefulSet, and the prefix of its pods: the set's own. */
export const statefulSetName = (set: string) => set;

/** Name of a pod, and of its node. */
export const podName = (set: string, ordinal: number) => `${set}-${ordinal}`;

/** The headless Service of all pods. */
export const peersServiceName = (set: string) => `${set}-p2p`;

/** The Service that wallets use. */
export const rpcServiceName = (set: string) => `${set}-rpc`;

/** The Service of one pod, for peers that need an address that stays. */
export const podServiceName = (set: string, ordinal: number) =>
  `${podName(set, ordinal)}-p2p`;

/** Name of the children of which there is one each. */
export const sharedName = (set: string) => `${set}-monerod`;

/** Name of the Secret with the keys of all pods on one network. */
export const secretName = (set: string, network: 'tor' | 'i2p') =>
  `${set}-${network}`;

/** Name of the ConfigMap with the addresses of all pods on Tor and I2P. */
export const addressesName = (set: string) => `${set}-addresses`;

/** Name of what leads from one onion address to any node of the set. */
export const frontName = (set: string) => `${set}-onion`;

/** Name of the volume claim template; claims are `data-<pod>`. */
export const DATA_VOLUME = 'data';

/** Name of a pod's claim. */
export const claimName = (set: string, ordinal: number) =>
  `${DATA_VOLUME}-${podName(set, ordinal)}`;

/** The number at the end of a pod's name, or undefined for other names. */
export function ordinalOf(set: string, pod: string): number | undefined {
  const match = /^(.*)-(\d+)$/.exec(pod);
  return match?.[1] === set ? Number(match[2]) : undefined;
}
