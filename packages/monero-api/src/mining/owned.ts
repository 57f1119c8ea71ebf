function owned(reason: string): { readonly owned: string } {
  return { owned: reason };
}

/**
 * Why the operator keeps certain options of xmrig to itself, or refuses them. Each text follows the option's name and
 * says what to do instead.
 */
export const OWNED = {
  api: owned(
    'is set by the operator: the exporter in the same pod reads the hashrate there, and nobody else can. Read its metrics.',
  ),
  config: owned(
    'reads a file that the pod does not have. Write the settings as arguments.',
  ),
  files: owned('reads a file that the pod does not have. Leave it out.'),
  background: owned(
    'would end the container: Kubernetes runs and watches xmrig in the foreground. Leave it out.',
  ),
  log: owned(
    'would take the log away from where kubectl logs finds it. Leave it out.',
  ),
  color: owned('is set by the operator. Leave it out.'),
  hugePages: owned(
    'follows from hugePages: true asks the machine for them, false does without.',
  ),
  privileged: owned(
    'needs a privileged container, which these pods are not. Set it up on the machine, and leave it out here.',
  ),
  gpu: owned('is for GPUs, which these pods do not have. Leave it out.'),
  exits: owned(
    'makes xmrig print or measure and exit, so that the pod would start over for ever. Leave it out.',
  ),
  desktop: owned('is for desktop computers. Leave it out.'),
} as const;
