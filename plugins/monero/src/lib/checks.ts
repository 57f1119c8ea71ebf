import { parse } from 'yaml';
import { validateManifest } from '@monero-portal/monero-api';
import type { Proposal } from '@monero-portal/plugin-monero-common';
import { addedFileOf, parseDiff, type DiffLine } from './diff';
import { kindWordsOf } from './kindWords';
import { isOpen } from './proposals';
import type { Tone } from './tones';

/** One thing that was looked at before a merge. */
export interface Check {
  tone: Tone;
  word: string;
  detail?: string;
}

type Look = (proposal: Proposal, lines: readonly DiffLine[]) => Check[];

/** In the order in which a reviewer asks. */
const LOOKS: readonly Look[] = [
  mergesCleanly,
  obeysRules,
  keepsData,
  changesNodes,
];

/** What can be said about a proposal from its diff alone. */
export function checksOf(proposal: Proposal): Check[] {
  const lines = parseDiff(proposal.diff ?? '');
  return LOOKS.flatMap(look => look(proposal, lines));
}

function mergesCleanly(proposal: Proposal): Check[] {
  if (!isOpen(proposal)) {
    return [];
  }
  return proposal.state === 'conflict'
    ? [
        {
          tone: 'bad',
          word: `Conflicts with ${proposal.targetBranch}`,
          detail: proposal.conflict,
        },
      ]
    : [{ tone: 'good', word: `Merges into ${proposal.targetBranch}` }];
}

/** Only a new file is known whole; a change was checked when it was proposed. */
function obeysRules(proposal: Proposal): Check[] {
  const file = addedFileOf(proposal.diff ?? '');
  if (file === undefined) {
    return [];
  }
  const violations = violationsOfYaml(file);
  return [
    violations.length === 0
      ? { tone: 'good', word: 'Schema and rules' }
      : { tone: 'bad', word: 'Breaks a rule', detail: violations.join(' ') },
  ];
}

function violationsOfYaml(text: string): string[] {
  try {
    return validateManifest(parse(text)).map(violation => violation.message);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** What a change does to chain data, as far as its diff shows. */
export type DataFate = 'kept' | 'kept unless told' | 'goes with nodes';

/** A diff shows parts of a file only: what it does not show is not promised. */
export function dataFateOf(lines: readonly DiffLine[]): DataFate {
  const deletes = lines.some(
    line =>
      (line.kind === 'added' || line.kind === 'same') &&
      /^\s*volumeRetention:\s*Delete\b/.test(line.text),
  );
  if (deletes) {
    return 'goes with nodes';
  }
  const before = replicasIn(lines, 'removed');
  const after = replicasIn(lines, 'added');
  return before !== undefined && after !== undefined && after < before
    ? 'kept unless told'
    : 'kept';
}

const FATES: Record<DataFate, Check> = {
  kept: { tone: 'good', word: 'No data is removed' },
  'kept unless told': {
    tone: 'busy',
    word: 'Volumes are kept by default',
    detail:
      'Those of the nodes that stop go only if the node set says volumeRetention: Delete.',
  },
  'goes with nodes': {
    tone: 'warn',
    word: 'Volumes go with their nodes',
    detail:
      'volumeRetention is Delete: a node that is removed takes its chain data along.',
  },
};

function keepsData(proposal: Proposal, lines: readonly DiffLine[]): Check[] {
  if (proposal.kind === 'MoneroMiningNodeSet') {
    return [{ tone: 'good', word: 'Miners hold no data' }];
  }
  if (proposal.operation === 'retire') {
    return [fateOfRetired(proposal)];
  }
  return [FATES[dataFateOf(lines)]];
}

function replicasIn(
  lines: readonly DiffLine[],
  kind: DiffLine['kind'],
): number | undefined {
  for (const line of lines) {
    const match = /^ {2}replicas:\s*(\d+)/.exec(line.text);
    if (match && line.kind === kind) {
      return Number(match[1]);
    }
  }
  return undefined;
}

/** In the words of who knows the manifest that goes. */
function fateOfRetired({ volumes }: Proposal): Check {
  const isLost = volumes?.includes('cannot be undone') ?? false;
  return {
    tone: isLost ? 'bad' : 'warn',
    word: isLost ? 'Volumes are deleted' : 'Volumes stay behind',
    detail: volumes,
  };
}

function counted(kind: Proposal['kind'], count: number): string {
  const { part, parts } = kindWordsOf(kind);
  return `${count} ${count === 1 ? part : parts}`;
}

function changesNodes(proposal: Proposal, lines: readonly DiffLine[]): Check[] {
  const after = replicasIn(lines, 'added');
  const { kind, operation } = proposal;
  if (operation === 'retire') {
    return [{ tone: 'busy', word: `Stops all ${kindWordsOf(kind).parts}` }];
  }
  if (operation === 'create') {
    return [{ tone: 'busy', word: `Starts ${counted(kind, after ?? 1)}` }];
  }
  const before = replicasIn(lines, 'removed');
  if (before === undefined || after === undefined || before === after) {
    return [];
  }
  return after > before
    ? [{ tone: 'busy', word: `Starts ${counted(kind, after - before)} more` }]
    : [{ tone: 'busy', word: `Stops ${counted(kind, before - after)}` }];
}
