import type { NodeSetHealth } from '@monero-portal/plugin-monero-common';
import { Findings } from '../Findings';
import { HistoryCard } from '../HistoryCard';
import { Columns, Stack } from '../PageLayout';
import { StaleAlert } from '../StaleAlert';
import { RolloutCard } from '../RolloutCard';
import { VerdictCard } from '../VerdictCard';
import { ObjectActions } from '../ObjectActions';
import { AddressesCard } from './AddressesCard';
import { ConditionsCard } from './ConditionsCard';
import { ConnectCard } from './ConnectCard';
import { NodesCard } from './NodesCard';
import { NodeSetFacts } from './NodeSetFacts';
import { NodeSetProposalsCard } from './NodeSetProposalsCard';

/** Everything about one node set; the verdict first. */
export function NodeSetView(props: { nodeSet: NodeSetHealth }) {
  const { nodeSet } = props;
  const objectRef = {
    kind: 'MoneroNodeSet',
    cluster: nodeSet.cluster,
    namespace: nodeSet.namespace,
    name: nodeSet.name,
  } as const;
  return (
    <Stack>
      {nodeSet.stale && <StaleAlert {...nodeSet} />}
      <ObjectActions objectRef={objectRef} />
      <VerdictCard object={nodeSet} />
      <NodeSetFacts nodeSet={nodeSet} />
      <Findings findings={nodeSet.findings} />
      <Columns
        main={
          <>
            <NodesCard nodeSet={nodeSet} />
            <AddressesCard nodes={nodeSet.nodes} />
            <HistoryCard objectRef={objectRef} />
            <ConditionsCard nodeSet={nodeSet} />
          </>
        }
        aside={
          <>
            <ConnectCard nodeSet={nodeSet} />
            {nodeSet.rollout && (
              <RolloutCard
                key={nodeSet.generation}
                rollout={nodeSet.rollout}
                replicas={nodeSet.replicas}
                verb="replaced"
                waitsFor={nodeSet.nodes.find(
                  ({ pod }) => pod === nodeSet.rollout?.waitsFor,
                )}
              />
            )}
            <NodeSetProposalsCard
              cluster={nodeSet.cluster}
              namespace={nodeSet.namespace}
              name={nodeSet.name}
            />
          </>
        }
      />
    </Stack>
  );
}
