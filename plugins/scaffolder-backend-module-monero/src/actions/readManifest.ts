import type { AuthService } from '@backstage/backend-plugin-api';
import { KINDS, ownerIn, volumesOnRetirement } from '@monero-portal/monero-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { MoneroApi } from '@monero-portal/plugin-monero-common';
import { parse } from 'yaml';
import { requestOptions } from '../requestOptions';
import { inItsOwnWords } from '../words';
import { examples } from './readManifest.examples';

/** What the action works with. */
export interface ReadManifestActionOptions {
  auth: Pick<AuthService, 'getPluginRequestToken'>;
  client: Pick<MoneroApi, 'getManifest'>;
}

/**
 * `monero:manifest:read` takes the manifest of an object from Git, and says
 * what would become of its volumes. It changes nothing anywhere.
 */
export function createReadManifestAction(options: ReadManifestActionOptions) {
  return createTemplateAction({
    id: 'monero:manifest:read',
    description:
      'Reads a manifest from Git, and says what becomes of the volumes when its object is retired.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        kind: z => z.enum(KINDS).describe('Kind of the object'),
        name: z => z.string().describe('Name of the object'),
        cluster: z =>
          z
            .string()
            .describe('Cluster, as named in the kubernetes configuration'),
        namespace: z => z.string().describe('Namespace in that cluster'),
      },
      output: {
        manifest: z => z.string().describe('The manifest, YAML'),
        path: z => z.string().describe('Its path in the GitOps repository'),
        baseBlob: z =>
          z
            .string()
            .describe(
              'What the file was when it was read; monero:gitops:propose wants it',
            ),
        volumes: z =>
          z.string().describe('What becomes of the volumes when it is retired'),
        owner: z =>
          z
            .string()
            .optional()
            .describe('Entity reference of the owner, if the manifest has one'),
      },
    },
    async handler(ctx) {
      ctx.signal?.throwIfAborted();
      try {
        const git = await options.client.getManifest(
          ctx.input,
          await requestOptions(ctx, options.auth),
        );
        const volumes = volumesOnRetirement(parse(git.manifest));
        ctx.logger.info(`${git.path}:\n${git.manifest}\n${volumes}`);
        ctx.output('manifest', git.manifest);
        ctx.output('path', git.path);
        ctx.output('baseBlob', git.blob);
        ctx.output('volumes', volumes);
        ctx.output('owner', ownerIn(git.manifest));
      } catch (error) {
        throw inItsOwnWords(error);
      }
    },
  });
}
