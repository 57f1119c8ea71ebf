import type { NodeSetHealth } from '@monero-portal/plugin-monero-common';
import { formatCount, formatVersion, median } from '../../lib/format';
import { Ago } from '../DataAge';
import { Facts, type Fact } from '../Facts';
import { peersOf } from './NodesCard';

function heightFact(nodeSet: NodeSetHealth): Fact {
  const best = nodeSet.nodes.reduce(
    (top, node) => ((node.height ?? -1) > (top?.height ?? -1) ? node : top),
    nodeSet.nodes[0],
  );
  return {
    label: 'Height',
    value: formatCount(best?.height),
    note: best?.lastBlockAt ? (
      <>
        last block <Ago at={best.lastBlockAt} />
      </>
    ) : undefined,
  };
}

function versionFact(nodeSet: NodeSetHealth): Fact {
  const versions = [
    ...new Set(
      nodeSet.nodes.flatMap(node => (node.version ? [node.version] : [])),
    ),
  ].sort();
  return {
    label: versions.length > 1 ? 'Versions' : 'Version',
    value: versions.length
      ? versions.map(version => formatVersion(version)).join(', ')
      : formatVersion(undefined),
    note: nodeSet.network,
  };
}

/** How many may be away at once, by a change or by drained machines; a set of one has no budget. */
function budgetOf({ replicas, maxUnavailable }: NodeSetHealth): string {
  return replicas > 1
    ? `budget ${formatCount(maxUnavailable)} out at a time`
    : 'nodes that serve wallets';
}

/** The numbers of a node set that one looks for first. */
export function NodeSetFacts(props: { nodeSet: NodeSetHealth }) {
  const { nodeSet } = props;
  const { nodes } = nodeSet;
  const pools = median(nodes.map(node => node.transactionPool));
  const anonymous = median(nodes.map(node => node.peersAnonymous));
  const facts: Fact[] = [
    {
      label: 'In sync',
      value: `${formatCount(nodeSet.readyReplicas)} / ${formatCount(
        nodeSet.replicas,
      )}`,
      note: budgetOf(nodeSet),
    },
    heightFact(nodeSet),
    {
      label: 'Peers, median',
      value: peersOf({
        peersOut: median(nodes.map(node => node.peersOut)),
        peersIn: median(nodes.map(node => node.peersIn)),
      }),
      note: anonymous
        ? `out · in; ${formatCount(anonymous)} of them on Tor, I2P`
        : 'out · in',
    },
    ...(pools === undefined
      ? []
      : [
          {
            label: 'Transaction pool',
            value: formatCount(pools),
            note: 'waiting for a block',
          },
        ]),
    versionFact(nodeSet),
  ];
  return <Facts label="Node set in numbers" facts={facts} />;
}
