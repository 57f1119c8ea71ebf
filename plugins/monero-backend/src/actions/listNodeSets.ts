import { KINDS } from '@monero-portal/monero-api';
import {
  FINDING_SEVERITIES,
  moneroNodeSetReadPermission,
  type FleetItem,
} from '@monero-portal/plugin-monero-common';
import { pageOf } from '../services/notices';
import { FIELDS } from './fields';
import { inOurWords } from './inOurWords';
import type { ActionDeps } from './registerActions';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 500;

/** `list-node-sets`: a line for each object, what is wrong first. */
export function addListAction(deps: ActionDeps): void {
  deps.registry.register({
    name: 'list-node-sets',
    title: 'List Monero node sets',
    description:
      'Lists the Monero node sets (or networks, or mining sets) of all clusters that you may see: where each is, who owns it, how it is in a word and a sentence, and the worst of what is wrong with it. The worst come first. Answers from memory and asks no cluster. Use monero.diagnose for all that is wrong with one.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          kind: z.enum(KINDS).default('MoneroNodeSet').describe(FIELDS.kind),
          cluster: z.string().optional().describe('Only of this cluster'),
          namespace: z.string().optional().describe('Only of this namespace'),
          owner: z
            .string()
            .optional()
            .describe('Only of this owner, such as group:default/wallets'),
          unhealthyOnly: z
            .boolean()
            .default(false)
            .describe('Only those with a critical finding or a warning'),
          limit: z
            .number()
            .int()
            .min(1)
            .max(MAX_LIMIT)
            .default(DEFAULT_LIMIT)
            .describe('How many to list'),
        }),
      output: z =>
        z.object({
          total: z.number().describe('How many there are, listed or not'),
          items: z.array(
            z.object({
              cluster: z.string(),
              namespace: z.string(),
              name: z.string(),
              owner: z.string().optional(),
              network: z.string().optional().describe('Chain: mainnet, ...'),
              replicas: z.number(),
              readyReplicas: z.number(),
              state: z.string(),
              headline: z.string(),
              severity: z.enum(FINDING_SEVERITIES).optional(),
              finding: z.string().optional().describe('The worst finding'),
              since: z.string().optional(),
              stale: z
                .boolean()
                .describe('The cluster is away; this is the last known state'),
              page: z.string().describe('Page in the portal'),
            }),
          ),
          clusters: z.array(
            z.object({
              name: z.string(),
              state: z.string(),
              error: z.string().optional(),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) =>
      inOurWords(async () => {
        const { fleet, granter, health, portalUrl } = deps;
        const { covers } = await granter(
          credentials,
          moneroNodeSetReadPermission,
        );
        const { items, clusters } = fleet.read({}, health.clusters(), covers);
        const { kind, cluster, namespace, owner } = input;
        const wanted = items
          .filter(item => isLike(item, { kind, cluster, namespace, owner }))
          .filter(({ severity }) => !input.unhealthyOnly || isWrong(severity))
          .sort(worstFirst);
        return {
          output: {
            total: wanted.length,
            items: wanted
              .slice(0, input.limit)
              .map(item => lineOf(item, portalUrl)),
            clusters: clusters.map(({ name, state, error }) => ({
              name,
              state,
              error,
            })),
          },
        };
      }),
  });
}

function isLike(item: FleetItem, wanted: Partial<FleetItem>): boolean {
  const keys = Object.keys(wanted) as (keyof FleetItem)[];
  return keys.every(
    key => wanted[key] === undefined || wanted[key] === item[key],
  );
}

function isWrong(severity: FleetItem['severity']): boolean {
  return severity === 'critical' || severity === 'warning';
}

function worstFirst(a: FleetItem, b: FleetItem): number {
  const rank = ({ severity }: FleetItem) =>
    severity ? FINDING_SEVERITIES.indexOf(severity) : FINDING_SEVERITIES.length;
  return rank(a) - rank(b) || a.name.localeCompare(b.name);
}

function lineOf(item: FleetItem, portalUrl: string) {
  const { cluster, namespace, name, owner, network, severity, stale } = item;
  const { replicas, readyReplicas, verdict, finding } = item;
  return {
    ...{ cluster, namespace, name, owner, network, replicas, readyReplicas },
    ...verdict,
    ...{ severity, finding: finding?.what, since: finding?.since, stale },
    page: `${portalUrl}${pageOf(item)}`,
  };
}
