import { InputError } from '@backstage/errors';
import type { Kind, ManifestInput } from '@monero-portal/monero-api';

const EVERYWHERE = [
  'kind',
  'name',
  'cluster',
  'namespace',
  'owner',
  'replicas',
  'hardAntiAffinity',
  'args',
  'image',
  'resources',
  'paused',
];
const MEMBER = [
  'diskSize',
  'storageClass',
  'volumeRetention',
  'serviceType',
  'serviceAnnotations',
  'tor',
  'i2p',
  'maxUnavailable',
  'waitForSync',
];

/** What each kind takes. */
const FIELDS: Record<Kind, readonly string[]> = {
  MoneroNodeSet: [...EVERYWHERE, ...MEMBER, 'network', 'prune'],
  MoneroNetwork: [...EVERYWHERE, ...MEMBER],
  MoneroMiningNodeSet: [
    ...EVERYWHERE,
    'pool',
    'poolTls',
    'daemon',
    'daemonKind',
    'wallet',
    'hugePages',
  ],
};

/**
 * The input of an action, which knows the fields of all kinds, as that of one
 * kind. Empty texts and `false` are what a form gives for what it does not ask.
 *
 * @throws InputError naming a field that the kind does not have
 */
export function toManifestInput(
  input: { kind?: Kind } & Record<string, unknown>,
): ManifestInput {
  const kind = input.kind ?? 'MoneroNodeSet';
  const foreign = Object.entries(input)
    .filter(
      ([, value]) => value !== undefined && value !== '' && value !== false,
    )
    .map(([field]) => field)
    .find(field => !FIELDS[kind].includes(field));
  if (foreign !== undefined) {
    throw new InputError(`A ${kind} has no "${foreign}": leave it out.`);
  }
  // The schema of the action is that of all fields; none is of another kind.
  return { ...input, kind } as ManifestInput;
}
