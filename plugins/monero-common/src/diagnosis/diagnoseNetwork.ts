import type { Finding, MemberPair, NetworkHealth } from '../schemas';
import { plural } from '../health/format';
import { namesOfFound } from '../health/operatorWords';
import { findingsOfNodes, type DiagnosisContext } from './diagnoseNodeSet';
import { worstFirst } from './finding';
import { objectFindings } from './objectFindings';

/** As many partners as a sentence can name. */
const MOST_NAMED = 8;

/** What is wrong with a network or under way in it, worst first. Pure. */
export function diagnoseNetwork(
  network: Omit<NetworkHealth, 'verdict' | 'findings'>,
  context: DiagnosisContext,
): Finding[] {
  const nodes = network.members.flatMap(({ node }) => node ?? []);
  return worstFirst([
    ...objectFindings({ object: network, told: toldOf(network), ...context }),
    ...findingsOfNodes(network, nodes, context),
    ...(network.stale ? [] : missingLinks(network)),
  ]);
}

/** The operator calls a member by its node set. */
function toldOf({ members }: Pick<NetworkHealth, 'members'>): string[] {
  return members.flatMap(({ nodeSet, node }) =>
    node && namesOfFound([node]).length > 0 ? [nodeSet, node.pod] : [],
  );
}

/** One finding for each member that lost links, however many pairs that makes. */
function missingLinks(
  network: Pick<NetworkHealth, 'links' | 'members'>,
): Finding[] {
  const { links, members } = network;
  return groupPairs(links.missing).map(({ member, partners }) => {
    const pod =
      members.find(({ ordinal }) => ordinal === member)?.node?.pod ??
      `member ${member}`;
    const named = partners.slice(0, MOST_NAMED).join(', ');
    const rest = partners.length - MOST_NAMED;
    return {
      code: 'LinksMissing',
      severity: 'warning',
      pod,
      what: `Member ${member} has lost ${partners.length} of its ${plural(
        members.length - 1,
        'link',
      )}`,
      evidence: `Neither end tells of a link between ${member} and ${named}${
        rest > 0 ? ` and ${rest} more` : ''
      }.`,
      next: "Look at the pod's events and at what filters traffic between the machines, or replace the pod.",
    };
  });
}

/** Puts each pair under the member that explains most of them. */
export function groupPairs(
  pairs: readonly MemberPair[],
): { member: number; partners: number[] }[] {
  const groups: { member: number; partners: number[] }[] = [];
  let rest = [...pairs];
  while (rest.length > 0) {
    const member = busiestIn(rest);
    const own = rest.filter(pair => pair.includes(member));
    groups.push({
      member,
      partners: own
        .map(([a, b]) => (a === member ? b : a))
        .sort((a, b) => a - b),
    });
    rest = rest.filter(pair => !pair.includes(member));
  }
  return groups;
}

function busiestIn(pairs: readonly MemberPair[]): number {
  const counts = new Map<number, number>();
  pairs.flat().forEach(each => counts.set(each, (counts.get(each) ?? 0) + 1));
  // Among equals the later one: it is the one that dials.
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0][0];
}
