/** A reason why an option is not the user's to set; it continues "--option ..." and says what to do instead. */
function owned(reason: string): { readonly owned: string } {
  return { owned: reason };
}

/**
 * Why the operator keeps certain options to itself, or refuses them as dangerous. Each text follows the option's name
 * and ends with the way out, where there is one.
 */
export const OWNED = {
  dataDir: owned(
    "is set by the operator: the chain lives on the node's own volume. Use diskSize to size it.",
  ),
  configFile: owned(
    'is set by the operator: it hands each node its peers that way. Write the settings as arguments.',
  ),
  process: owned(
    'is set by the operator: Kubernetes runs and watches monerod. Leave it out.',
  ),
  exits: owned('makes monerod print and exit. Leave it out.'),
  log: owned(
    'is set by the operator: the log goes to the output of the pod. Use --log-level for more of it.',
  ),
  updates: owned(
    'is set by the operator: the image decides the version. Set monerod.image to upgrade.',
  ),
  p2pListener: owned(
    "is set by the operator: peers and Services rely on the network's own port. Use --p2p-external-port for a port of your own outside.",
  ),
  rpcListener: owned(
    'is set by the operator: wallets reach the restricted RPC on port 18089 through the Service, and the full RPC stays inside the pod. Use service to open it.',
  ),
  restrictedRpc: owned(
    'would take the full RPC from the operator. Wallets get the restricted RPC on port 18089 anyway; leave it out.',
  ),
  login: owned(
    'would lock out the readiness check too, as it guards both RPC ports. Put a proxy with a login before the Service.',
  ),
  tls: owned(
    'is set by the operator: inside the cluster the RPC speaks plain HTTP. Let an ingress or a load balancer add TLS.',
  ),
  zmq: owned(
    'is set by the operator: nodes run without ZMQ. Use the restricted RPC on port 18089.',
  ),
  prune: owned('is a field of its own: set monerod.prune to true.'),
  salvage: owned(
    'can lose blocks at every start. Delete the volume of the broken node, and it syncs anew.',
  ),
  banList: owned(
    'needs a file that the pod does not have, and monerod would not start. Use --enable-dns-blocklist.',
  ),
  notify: owned(
    'runs a program in the pod, which holds none. Watch the metrics of the exporter.',
  ),
  mining: owned('is refused: nodes of a set do not mine.'),
  gone: owned(
    'has no effect, and monerod 0.18.5 does not start with it. Leave it out.',
  ),
  debug: owned(
    'is for debugging monerod: the node would never be in sync. Leave it out.',
  ),
} as const;
