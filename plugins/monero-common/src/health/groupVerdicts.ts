import { formatHashrate } from '../diagnosis/format';
import type {
  Finding,
  MiningSetHealth,
  NetworkHealth,
  ObjectHealth,
  Verdict,
} from '../schemas';
import { conditionOf } from './conditions';
import { every, formatCount, sentence } from './format';
import { seeFound, unnoticed, unreachable } from './verdict';
import type { VerdictContext } from './verdict';

type Unjudged<T> = Omit<T, 'verdict'>;

/** The sentence that stands first on the page of a network. Pure. */
export function networkVerdictOf(
  network: Unjudged<NetworkHealth>,
  context: VerdictContext,
): Verdict {
  return general(network, network.members, context) ?? ofMembers(network);
}

/** The sentence that stands first on the page of a mining set. Pure. */
export function miningVerdictOf(
  set: Unjudged<MiningSetHealth>,
  context: VerdictContext,
): Verdict {
  return general(set, set.miners, context) ?? ofMiners(set);
}

/** What is said of every kind before anything of its own. */
function general(
  object: Unjudged<ObjectHealth>,
  parts: readonly unknown[],
  context: VerdictContext,
): Verdict | undefined {
  const silent = unnoticed(object, parts, context);
  return (
    unreachable(context) ??
    (silent && { ...silent, headline: silent.headline.split('. ')[0] })
  );
}

function ofMembers(network: Unjudged<NetworkHealth>): Verdict {
  const { members, replicas, links, findings } = network;
  const inSync = members.filter(({ node }) => node?.state === 'In sync').length;
  const forked = members.some(({ node }) => node?.state === 'Forked');
  if (replicas === 0) {
    return { state: 'Healthy', headline: 'No members are wanted.' };
  }
  const complete = inSync >= replicas;
  const who = complete
    ? `${every(replicas, 'member')}${replicas === 1 ? ' is' : ''} in sync.`
    : `${formatCount(inSync)} of ${formatCount(replicas)} members in sync.`;
  const lost = links.missing.length;
  const open =
    lost === 0
      ? ''
      : ` ${lost} of ${formatCount(links.expected)} links ${
          lost === 1 ? 'is' : 'are'
        } missing.`;
  return withDetail(
    {
      state: stateOf(network, {
        complete,
        some: inSync > 0,
        special: specialOf(forked, lost),
      }),
      headline: `${who}${open}`,
    },
    findings,
    members.flatMap(({ node }) => node ?? []),
  );
}

function specialOf(
  forked: boolean,
  lost: number,
): Verdict['state'] | undefined {
  if (forked) {
    return 'Forked';
  }
  return lost > 0 ? 'Not closed' : undefined;
}

function ofMiners(set: Unjudged<MiningSetHealth>): Verdict {
  const { miners, replicas, hashrate, findings } = set;
  const mining = miners.filter(({ state }) => state === 'Mining').length;
  if (replicas === 0) {
    return { state: 'Healthy', headline: 'No miners are wanted.' };
  }
  const complete = mining >= replicas;
  const who = complete
    ? `${every(replicas, 'miner')} ${replicas === 1 ? 'mines' : 'mine'}`
    : `${formatCount(mining)} of ${formatCount(replicas)} miners mine`;
  const speed =
    hashrate === undefined ? '' : `, ${formatHashrate(hashrate)} in all`;
  return withDetail(
    {
      state: stateOf(set, { complete, some: mining > 0 }),
      headline: `${who}${speed}.`,
    },
    findings,
    miners,
  );
}

/** What the state is, where nothing general decides. */
function stateOf(
  object: Unjudged<ObjectHealth>,
  facts: { complete: boolean; some: boolean; special?: Verdict['state'] },
): Verdict['state'] {
  if (object.paused) {
    return 'Paused';
  }
  if (facts.special) {
    return facts.special;
  }
  if (conditionOf(object, 'Stalled')) {
    return facts.some ? 'Degraded' : 'Down';
  }
  if (facts.complete) {
    return conditionOf(object, 'Reconciling') ? 'Progressing' : 'Healthy';
  }
  const broken = object.findings.some(({ severity }) => severity !== 'info');
  if (broken) {
    return facts.some ? 'Degraded' : 'Down';
  }
  return 'Progressing';
}

/** The worst finding; in short where its own words are long. */
function withDetail(
  verdict: Verdict,
  findings: readonly Finding[],
  parts: readonly { pod: string; brief?: string }[],
): Verdict {
  const [worst] = findings;
  if (!worst) {
    return verdict;
  }
  const brief = ofState(worst)
    ? parts.find(({ pod }) => pod === worst.pod)?.brief
    : undefined;
  return {
    ...verdict,
    detail: brief
      ? `${worst.what}: ${seeFound(brief)}`
      : [sentence(worst.what), worst.evidence, worst.next].join(' '),
  };
}

/** Whether a finding tells why a pod does not run. */
function ofState({ code }: Finding): boolean {
  return code === 'Pending' || code === 'CrashLoop';
}
