import type { AuthService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { KINDS } from '@monero-portal/monero-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { MoneroApi } from '@monero-portal/plugin-monero-common';
import { buildManifest } from '../buildManifest';
import { checkTarget } from '../checkTarget';
import { requestOptions } from '../requestOptions';
import { targetPath } from '../targetPath';
import { toManifestInput } from '../toManifestInput';
import { inItsOwnWords } from '../words';
import { examples } from './manifest.examples';
import { writeInto } from './writeInto';

/** What the action works with. */
export interface ManifestActionOptions {
  auth: Pick<AuthService, 'getPluginRequestToken'>;
  client: Pick<MoneroApi, 'getClusters'>;
  config: Config;
}

/**
 * `monero:manifest` writes the manifest of an object, checks it, and puts it
 * into the workspace at the path that it will have in the GitOps repository.
 * It changes nothing outside the workspace, so a dry run does the same.
 *
 * Its input is monero-api's `ManifestInput`, field by field; a field that the
 * kind does not have is refused.
 */
export function createManifestAction(options: ManifestActionOptions) {
  return createTemplateAction({
    id: 'monero:manifest',
    description:
      'Writes the manifest of a MoneroNodeSet, MoneroNetwork or MoneroMiningNodeSet and checks it by the rules that the API server goes by.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        kind: z =>
          z
            .enum(KINDS)
            .optional()
            .describe('Kind of the object; MoneroNodeSet by default'),
        name: z =>
          z.string().describe('Name of the object; pods are called after it'),
        cluster: z =>
          z
            .string()
            .describe('Cluster, as named in the kubernetes configuration'),
        namespace: z => z.string().describe('Namespace in that cluster'),
        owner: z =>
          z
            .string()
            .optional()
            .describe('Entity reference of the owner: group:default/wallets'),
        network: z =>
          z
            .enum(['mainnet', 'testnet', 'stagenet', 'regtest'])
            .optional()
            .describe('By default what the arguments imply, else mainnet'),
        replicas: z =>
          z
            .number()
            .int()
            .optional()
            .describe(
              'Number of nodes or miners, 1 by default; of members, 3 by default',
            ),
        hardAntiAffinity: z =>
          z
            .boolean()
            .optional()
            .describe('Never two nodes on one machine, instead of preferably'),
        args: z =>
          z
            .array(z.string())
            .optional()
            .describe('Arguments of monerod, or of xmrig'),
        image: z =>
          z
            .string()
            .optional()
            .describe("Image of monerod or xmrig; the operator's by default"),
        resources: z =>
          z
            .object({
              requests: z
                .record(z.union([z.number(), z.string()]))
                .optional()
                .describe('What a machine must have free'),
              limits: z
                .record(z.union([z.number(), z.string()]))
                .optional()
                .describe('What a node may use at most'),
            })
            .optional()
            .describe(
              'CPU and memory of each node; by default as the network needs',
            ),
        prune: z =>
          z
            .boolean()
            .optional()
            .describe('A pruned chain, a third of the size; cannot be undone'),
        diskSize: z =>
          z
            .string()
            .optional()
            .describe(
              'Disk of each node: 400Gi. By default as the network needs',
            ),
        storageClass: z =>
          z.string().optional().describe("The cluster's default by default"),
        volumeRetention: z =>
          z
            .enum(['Retain', 'Delete'])
            .optional()
            .describe(
              'What becomes of disks no longer used; Retain by default',
            ),
        serviceType: z =>
          z
            .enum(['ClusterIP', 'NodePort', 'LoadBalancer'])
            .optional()
            .describe('How wallets reach the nodes; ClusterIP by default'),
        serviceAnnotations: z =>
          z
            .record(z.string())
            .optional()
            .describe(
              'Annotations of that service, as a load balancer needs them',
            ),
        tor: z =>
          z.boolean().optional().describe('Every node is on the Tor network'),
        i2p: z =>
          z.boolean().optional().describe('Every node is on the I2P network'),
        maxUnavailable: z =>
          z
            .number()
            .int()
            .optional()
            .describe(
              'How many nodes may be out of sync in an update; 1 by default',
            ),
        waitForSync: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Update the next node when the last is in sync; the default',
            ),
        pool: z =>
          z.string().optional().describe('Miners only: host:port of the pool'),
        poolTls: z =>
          z
            .boolean()
            .optional()
            .describe('Miners only: the pool is reached by TLS'),
        daemon: z =>
          z
            .string()
            .optional()
            .describe(
              'Miners only: node set or network in the same namespace to mine solo for',
            ),
        daemonKind: z =>
          z
            .enum(['MoneroNodeSet', 'MoneroNetwork'])
            .optional()
            .describe('Miners only: what daemon names; a node set by default'),
        wallet: z =>
          z
            .string()
            .optional()
            .describe('Miners only: the address that is paid'),
        hugePages: z =>
          z
            .boolean()
            .optional()
            .describe('Miners only: use huge pages of the machines'),
        paused: z =>
          z.boolean().optional().describe('The operator only watches'),
      },
      output: {
        manifest: z => z.string().describe('The manifest, YAML'),
        path: z => z.string().describe('Its path in the GitOps repository'),
        plannedChildren: z =>
          z
            .array(z.object({ kind: z.string(), text: z.string() }))
            .describe('What the operator will create'),
      },
    },
    async handler(ctx) {
      ctx.signal?.throwIfAborted();
      try {
        const built = buildManifest(toManifestInput(ctx.input));
        const known = await options.client.getClusters(
          await requestOptions(ctx, options.auth),
        );
        checkTarget(known.items, ctx.input);
        const path = targetPath(options.config, ctx.input);
        await writeInto(ctx.workspacePath, path, built.manifest);

        ctx.logger.info(`${path}:\n${built.manifest}`);
        built.plannedChildren.forEach(({ kind, text }) =>
          ctx.logger.info(`The operator will create ${kind}: ${text}`),
        );
        ctx.output('manifest', built.manifest);
        ctx.output('path', path);
        ctx.output(
          'plannedChildren',
          built.plannedChildren.map(({ kind, text }) => ({ kind, text })),
        );
      } catch (error) {
        throw inItsOwnWords(error);
      }
    },
  });
}
