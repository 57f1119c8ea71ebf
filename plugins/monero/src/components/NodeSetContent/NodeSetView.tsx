import { Alert } from '@backstage/ui';
import type { NodeSetHealth } from '@monero-portal/plugin-monero-common';
import { formatDuration } from '../../lib/format';
import { useNow } from '../../hooks';
import { VerdictCard } from '../VerdictCard';
import { ObjectActions } from '../ObjectActions';
import { ConditionsCard } from './ConditionsCard';
import { ConnectCard } from './ConnectCard';
import { NodesCard } from './NodesCard';
import { NodeSetFacts } from './NodeSetFacts';
import { NodeSetProposalsCard } from './NodeSetProposalsCard';
import styles from './NodeSetContent.module.css';

/** Everything about one node set; the verdict first. */
export function NodeSetView(props: { nodeSet: NodeSetHealth }) {
  const { nodeSet } = props;
  return (
    <div className={styles.page}>
      {nodeSet.stale && <StaleAlert nodeSet={nodeSet} />}
      <ObjectActions
        objectRef={{
          kind: 'MoneroNodeSet',
          cluster: nodeSet.cluster,
          namespace: nodeSet.namespace,
          name: nodeSet.name,
        }}
      />
      <VerdictCard nodeSet={nodeSet} />
      <NodeSetFacts nodeSet={nodeSet} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <NodesCard nodeSet={nodeSet} />
          <ConditionsCard nodeSet={nodeSet} />
        </div>
        <div className={styles.column}>
          <ConnectCard nodeSet={nodeSet} />
          <NodeSetProposalsCard
            cluster={nodeSet.cluster}
            namespace={nodeSet.namespace}
            name={nodeSet.name}
          />
        </div>
      </div>
    </div>
  );
}

function StaleAlert(props: { nodeSet: NodeSetHealth }) {
  const { cluster, asOf } = props.nodeSet;
  const age = formatDuration(useNow() - Date.parse(asOf));
  return (
    <Alert
      status="warning"
      icon
      role="alert"
      title={`Cluster ${cluster} has not answered for ${age}`}
      description="What you see is the last known state. The nodes themselves may well be running."
    />
  );
}
