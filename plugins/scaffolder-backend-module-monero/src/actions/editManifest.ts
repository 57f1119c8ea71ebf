import type { AuthService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { KINDS } from '@monero-portal/monero-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { MoneroApi } from '@monero-portal/plugin-monero-common';
import { buildEdit } from '../buildEdit';
import { requestOptions } from '../requestOptions';
import { inItsOwnWords } from '../words';
import { examples } from './editManifest.examples';
import { writeInto } from './writeInto';

/** What the action works with. */
export interface EditManifestActionOptions {
  auth: Pick<AuthService, 'getPluginRequestToken'>;
  client: Pick<MoneroApi, 'getManifest'>;
}

/**
 * `monero:manifest:edit` takes the manifest of an object from Git, changes the
 * fields that are given and no other byte, checks it, and puts it into the
 * workspace. It changes nothing outside, so a dry run does the same.
 */
export function createEditManifestAction(options: EditManifestActionOptions) {
  return createTemplateAction({
    id: 'monero:manifest:edit',
    description:
      'Changes fields in a manifest that is in Git, and keeps everything else: comments, order, unknown fields.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        kind: z =>
          z
            .enum(KINDS)
            .optional()
            .describe('Kind of the object; MoneroNodeSet by default'),
        name: z => z.string().describe('Name of the object'),
        cluster: z =>
          z
            .string()
            .describe('Cluster, as named in the kubernetes configuration'),
        namespace: z => z.string().describe('Namespace in that cluster'),
        replicas: z =>
          z
            .number()
            .int()
            .optional()
            .describe('Number of nodes, members or miners; as it is'),
        hardAntiAffinity: z =>
          z
            .boolean()
            .optional()
            .describe('Never two nodes on one machine; as it is'),
        diskSize: z =>
          z
            .string()
            .optional()
            .describe('Disk of each node, which only grows; as it is'),
        image: z =>
          z
            .string()
            .optional()
            .describe(
              "Image of monerod or xmrig; as it is, and empty for the operator's",
            ),
        args: z =>
          z
            .array(z.string())
            .optional()
            .describe(
              'All arguments of monerod or xmrig; as they are, and [] for none',
            ),
        wallet: z =>
          z
            .string()
            .optional()
            .describe('Miners only: the address that is paid; as it is'),
        hugePages: z =>
          z
            .boolean()
            .optional()
            .describe('Miners only: use huge pages; as it is'),
        tor: z =>
          z.boolean().optional().describe('Whether it is on Tor; as it is'),
        i2p: z =>
          z.boolean().optional().describe('Whether it is on I2P; as it is'),
        paused: z =>
          z
            .boolean()
            .optional()
            .describe('Whether the operator only watches; as it is'),
        baseBlob: z =>
          z
            .string()
            .optional()
            .describe(
              'The blob of the manifest that the form was filled in from: refused when Git has another by now',
            ),
      },
      output: {
        manifest: z => z.string().describe('The manifest, YAML'),
        path: z => z.string().describe('Its path in the GitOps repository'),
        baseBlob: z =>
          z.string().describe('What it was changed from, for the proposal'),
        title: z =>
          z.string().describe('What differs: Scale wallet-eu from 2 to 3'),
        owner: z =>
          z
            .string()
            .optional()
            .describe('Entity reference of the owner, if the manifest has one'),
      },
    },
    async handler(ctx) {
      ctx.signal?.throwIfAborted();
      const { kind = 'MoneroNodeSet', baseBlob, ...input } = ctx.input;
      const { name, cluster, namespace, ...edit } = input;
      try {
        const git = await options.client.getManifest(
          { kind, name, cluster, namespace },
          await requestOptions(ctx, options.auth),
        );
        if (baseBlob && baseBlob !== git.blob) {
          throw new ConflictError(
            `${git.path} has changed since the form was filled in from it. Open the form again: it starts from the file as it is now.`,
          );
        }
        const built = buildEdit(name, git.manifest, edit);
        await writeInto(ctx.workspacePath, git.path, built.manifest);

        ctx.logger.info(`${built.title}\n${git.path}:\n${built.manifest}`);
        ctx.output('manifest', built.manifest);
        ctx.output('path', git.path);
        ctx.output('baseBlob', git.blob);
        ctx.output('title', built.title);
        ctx.output('owner', built.owner);
      } catch (error) {
        throw inItsOwnWords(error);
      }
    },
  });
}
