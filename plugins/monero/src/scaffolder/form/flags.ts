import {
  findFlag,
  findXmrigFlag,
  MONEROD_FLAGS,
  refusedInNetwork,
  XMRIG_FLAGS,
} from '@monero-portal/monero-api';
import type { FormState } from './formState';

/** An option of the program whose arguments a form takes. */
export interface KnownFlag {
  /** With its hyphens: `--out-peers`. */
  name: string;
  takesValue: boolean;
  /** What it does, in a sentence. */
  help: string;
  /** It may be set here. */
  allowed: boolean;
}

/** The options of a program, and how to find one. */
export interface FlagTable {
  program: 'monerod' | 'xmrig';
  /** An example, for an empty input. */
  example: string;
  flags: readonly KnownFlag[];
  /** The option that an argument is of; undefined where the program has none such. */
  find(arg: string): KnownFlag | undefined;
}

function tableOf(
  parts: Pick<FlagTable, 'program' | 'example' | 'flags'>,
  nameIn: (arg: string) => string | undefined,
): FlagTable {
  const byName = new Map(
    parts.flags.map(flag => [flag.name.slice(2), flag] as const),
  );
  return {
    ...parts,
    find: arg => byName.get(nameIn(arg) ?? ''),
  };
}

function monerodTable(isRefused: (name: string) => boolean): FlagTable {
  return tableOf(
    {
      program: 'monerod',
      example: '--out-peers=64',
      flags: MONEROD_FLAGS.map(({ name, takesValue, help, owned }) => ({
        name: `--${name}`,
        takesValue,
        help,
        allowed: owned === undefined && !isRefused(name),
      })),
    },
    arg =>
      arg.startsWith('--') ? findFlag(arg.slice(2).split('=')[0])?.name : '',
  );
}

/** @param solo - whether the miners work for a node set, which decides what follows from it */
function xmrigTable(solo: boolean): FlagTable {
  return tableOf(
    {
      program: 'xmrig',
      example: '--rig-id=rig-$(id)',
      flags: XMRIG_FLAGS.map(
        ({ name, takesValue, help, owned, withoutDaemon }) => ({
          name: `--${name}`,
          takesValue,
          help,
          allowed: owned === undefined && !(solo && withoutDaemon),
        }),
      ),
    },
    arg => findXmrigFlag(arg)?.name,
  );
}

const TABLES = {
  node: monerodTable(() => false),
  member: monerodTable(name => refusedInNetwork(name) !== undefined),
  pool: xmrigTable(false),
  solo: xmrigTable(true),
};

/** The options that the arguments of a form may be of. */
export function flagTableOf({
  kind,
  work,
}: Pick<FormState, 'kind' | 'work'>): FlagTable {
  switch (kind) {
    case 'MoneroNetwork':
      return TABLES.member;
    case 'MoneroMiningNodeSet':
      return work.daemon ? TABLES.solo : TABLES.pool;
    default:
      return TABLES.node;
  }
}
