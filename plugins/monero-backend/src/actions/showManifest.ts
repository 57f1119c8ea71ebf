import { KINDS } from '@monero-portal/monero-api';
import {
  moneroNodeSetReadPermission,
  objectRefSchema,
} from '@monero-portal/plugin-monero-common';
import { readManifest } from '../router/coverage';
import { parse } from '../router/parse';
import { FIELDS } from './fields';
import { inOurWords } from './inOurWords';
import type { ActionDeps } from './registerActions';

/** `show-manifest`: the manifest as Git has it. */
export function addShowManifestAction(deps: ActionDeps): void {
  deps.registry.register({
    name: 'show-manifest',
    title: 'Show the manifest of a Monero node set',
    description:
      'Gives the manifest of a Monero node set (or network, or mining set) as the GitOps repository has it, and the blob by which monero.propose-change knows that nobody has changed it meanwhile.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          kind: z.enum(KINDS).default('MoneroNodeSet').describe(FIELDS.kind),
          cluster: z.string().describe(FIELDS.cluster),
          namespace: z.string().describe(FIELDS.namespace),
          name: z.string().describe(FIELDS.name),
        }),
      output: z =>
        z.object({
          manifest: z.string().describe('YAML, byte by byte'),
          path: z.string().describe('File in the repository'),
          head: z.string().describe('Commit that it was read from'),
          blob: z
            .string()
            .describe('Hand it back as baseBlob to change or retire it'),
        }),
    },
    action: async ({ input, credentials }) =>
      inOurWords(async () => {
        const ref = parse(objectRefSchema, input, 'Input');
        const grant = await deps.granter(
          credentials,
          moneroNodeSetReadPermission,
        );
        return { output: await readManifest(deps, ref, grant) };
      }),
  });
}
