import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  moneroNodeSetReadPermission,
  nodeSetRefOf,
  type NodeSetRef,
} from '@monero-portal/plugin-monero-common';
import { useNodeSet } from '../../hooks';
import { formatCount } from '../../lib/format';
import { NODE_TONES, VERDICT_TONES } from '../../lib/tones';
import { DataAge } from '../DataAge';
import { LiveView } from '../LiveView';
import { StatePill } from '../StatePill';
import styles from './NodeSetCard.module.css';

/** The verdict on a node set and its nodes in one line each, for the overview. */
export function NodeSetCard() {
  const { entity } = useEntity();
  const ref = nodeSetRefOf(entity);
  return ref ? <KnownNodeSetCard nodeSetRef={ref} /> : null;
}

function KnownNodeSetCard(props: { nodeSetRef: NodeSetRef }) {
  const live = useNodeSet(props.nodeSetRef);
  return (
    <Card>
      <CardHeader>
        <Flex justify="between" align="center" gap="2">
          <Text as="h2" weight="bold">
            Monero nodes
          </Text>
          {live.value && (
            <Text variant="body-small" color="secondary">
              <DataAge asOf={live.value.asOf} />
            </Text>
          )}
        </Flex>
      </CardHeader>
      <CardBody>
        <LiveView
          live={live}
          what="the node set"
          permission={moneroNodeSetReadPermission.name}
          notFound="The cluster has no such node set (any more)."
        >
          {({ verdict, nodes }) => (
            <Flex direction="column" gap="3">
              <div role="status">
                <StatePill tone={VERDICT_TONES[verdict.state]}>
                  {verdict.state}
                </StatePill>{' '}
                <Text weight="bold">{verdict.headline}</Text>
              </div>
              <ul className={styles.nodes} aria-label="Nodes">
                {nodes.map(node => (
                  <li key={node.pod} className={styles.node}>
                    <Text>{node.pod}</Text>
                    <StatePill tone={NODE_TONES[node.state]}>
                      {node.state}
                    </StatePill>
                    <Text color="secondary">{formatCount(node.height)}</Text>
                  </li>
                ))}
              </ul>
            </Flex>
          )}
        </LiveView>
      </CardBody>
    </Card>
  );
}
