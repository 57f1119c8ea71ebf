import { useCallback } from 'react';
import { Alert, ButtonLink, Container, Header, Text } from '@backstage/ui';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import {
  moneroNodeSetReadPermission,
  SIGNAL_NODE_SETS,
  type ClusterInfo,
} from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from '../../api';
import { useLive, useNow } from '../../hooks';
import { formatCount, formatDuration } from '../../lib/format';
import { externalRoutes } from '../../routes';
import { Facts } from '../Facts';
import { LiveView } from '../LiveView';
import { FleetTable } from './FleetTable';
import styles from './FleetPage.module.css';

/** `/monero`: every node set of every cluster, the ones in trouble first. */
export function FleetPage() {
  const api = useApi(moneroApiRef);
  const fetcher = useCallback(
    (signal: AbortSignal) => api.getNodeSets({ signal }),
    [api],
  );
  const live = useLive(fetcher, { channel: SIGNAL_NODE_SETS });
  return (
    <>
      <Header
        title="Node sets"
        description="Every Monero node set that the portal sees, the ones that need a look first."
        customActions={<NewNodeSet />}
      />
      <Container mb="6">
        <LiveView
          live={live}
          what="the node sets"
          permission={moneroNodeSetReadPermission.name}
        >
          {({ items, clusters }) => (
            <div className={styles.page}>
              {clusters
                .filter(cluster => cluster.state === 'unreachable')
                .map(cluster => (
                  <ClusterAway key={cluster.name} cluster={cluster} />
                ))}
              {items.length === 0 ? (
                <Empty clusters={clusters} />
              ) : (
                <>
                  <Facts
                    label="Fleet in numbers"
                    facts={[
                      {
                        label: 'Nodes in sync',
                        value: `${formatCount(
                          sum(items.map(item => item.readyReplicas)),
                        )} / ${formatCount(
                          sum(items.map(item => item.replicas)),
                        )}`,
                      },
                      {
                        label: 'Need a look',
                        value: formatCount(
                          items.filter(item =>
                            ['Down', 'Degraded', 'Unknown'].includes(
                              item.verdict.state,
                            ),
                          ).length,
                        ),
                        note: 'node sets',
                      },
                      {
                        label: 'Clusters',
                        value: `${
                          clusters.filter(
                            cluster => cluster.state === 'connected',
                          ).length
                        } / ${clusters.length}`,
                        note: 'connected',
                      },
                    ]}
                  />
                  <FleetTable nodeSets={items} />
                </>
              )}
            </div>
          )}
        </LiveView>
      </Container>
    </>
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function NewNodeSet() {
  const linkTo = useRouteRef(externalRoutes.newFromTemplate);
  return linkTo ? (
    <ButtonLink
      variant="primary"
      href={linkTo({ namespace: 'default', templateName: 'monero-node-set' })}
    >
      New node set
    </ButtonLink>
  ) : null;
}

function ClusterAway(props: { cluster: ClusterInfo }) {
  const { name, since, error } = props.cluster;
  const age = formatDuration(useNow() - Date.parse(since));
  return (
    <Alert
      status="warning"
      icon
      role="alert"
      title={`Cluster ${name} has not answered for ${age}`}
      description={`Its node sets are shown as they were last seen. ${
        error ?? ''
      }`}
    />
  );
}

function Empty(props: { clusters: readonly ClusterInfo[] }) {
  const names = props.clusters.map(cluster => cluster.name).join(', ');
  return (
    <Text as="p">
      {names
        ? `No node set runs on ${names} yet. Begin with "New node set": a form writes the manifest, and nothing is applied before someone has merged it.`
        : 'No cluster is configured. Add one under "kubernetes" in the configuration of the app.'}
    </Text>
  );
}
