import {
  parseMiningNodeSet,
  parseNetwork,
  parseNodeSet,
  plannedChildren,
  type PlannedChild,
} from '@monero-portal/monero-api';
import { parse } from 'yaml';
import type { FullProposalRow } from './ProposalRow';

const VERBS: Record<FullProposalRow['operation'], string> = {
  create: 'Creates',
  change: 'Changes',
  retire: 'Retires',
};

const PARSERS = {
  MoneroNodeSet: parseNodeSet,
  MoneroNetwork: parseNetwork,
  MoneroMiningNodeSet: parseMiningNodeSet,
};

/**
 * What a reviewer reads on the forge, as Markdown: what changes, for whom, what
 * was checked, what happens then, and the way back to the portal. Pure; what
 * people wrote stands in code, so that it is text and nothing else.
 */
export function pullRequestText(
  row: FullProposalRow,
  portalUrl: string,
): string {
  const { kind, namespace, name, cluster, path } = row;
  const url = `${portalUrl.replace(/\/$/, '')}/monero/proposals/${row.id}`;
  return [
    `${VERBS[row.operation]} ${kind} ${code(name)} in namespace ${code(
      namespace,
    )} of cluster ${code(cluster)}: ${code(path)}.`,
    table([
      ['Proposed by', code(row.proposedBy)],
      ...(row.owner ? [['For', code(row.owner)]] : []),
      ['Checked', verdictOf(row)],
    ]),
    ...(row.volumes ? [`**Volumes.** ${row.volumes}`] : []),
    ...plannedOf(row),
    `The change reaches the cluster when this is merged and the GitOps agent applies it. How far it has come: [proposal #${row.id}](${url}).`,
  ].join('\n\n');
}

function verdictOf({ operation }: FullProposalRow): string {
  return operation === 'retire'
    ? 'the file was as its author saw it'
    : 'accepted by the schema and every rule of the custom resource definition, as the API server would check it';
}

function plannedOf(row: FullProposalRow): string[] {
  if (row.operation !== 'create') {
    return [];
  }
  const children = plannedChildren(PARSERS[row.kind](parse(row.manifest)));
  const line = ({ kind, text }: PlannedChild) => `- ${kind}: ${text}`;
  return [['The operator will create', '', ...children.map(line)].join('\n')];
}

function table(rows: string[][]): string {
  const [first, ...others] = rows.map(cells => `| ${cells.join(' | ')} |`);
  return [first, '| --- | --- |', ...others].join('\n');
}

/** As code, whatever it holds: no mention, no link, no end of the code or of the table's cell. */
function code(text: string): string {
  return `\`${text.replace(/[`|\p{Cc}]/gu, ' ')}\``;
}
