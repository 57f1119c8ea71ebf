import { useCallback, useMemo, useRef } from 'react';
import {
  Alert,
  ButtonLink,
  Card,
  CardBody,
  Container,
  Header,
  Text,
} from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  moneroNodeSetReadPermission,
  type ClusterInfo,
  type FleetItem,
} from '@monero-portal/plugin-monero-common';
import { useSearchParams } from 'react-router-dom';
import { useFleet, useNow, type Fleet } from '../../hooks';
import { formatCount, formatDuration } from '../../lib/format';
import { externalRoutes } from '../../routes';
import { Facts } from '../Facts';
import { LiveView } from '../LiveView';
import { Stack } from '../PageLayout';
import { FleetFilters } from './FleetFilters';
import { FleetTable } from './FleetTable';
import {
  KIND_WORDS,
  needsALook,
  readQuery,
  select,
  withParam,
} from './fleetQuery';
import styles from './FleetPage.module.css';

/** `/monero`: everything on every cluster, what is in trouble first. */
export function FleetPage() {
  const live = useFleet();
  return (
    <>
      <Header
        title="Fleet"
        description="Every node set, network and mining set that the portal sees, the ones that need a look first."
        customActions={<NewNodeSet />}
      />
      <Container mb="6">
        <LiveView
          live={live}
          what="the fleet"
          permission={moneroNodeSetReadPermission.name}
        >
          {fleet => <FleetView fleet={fleet} />}
        </LiveView>
      </Container>
    </>
  );
}

function FleetView({ fleet }: { fleet: Fleet }) {
  const { items, clusters } = fleet;
  return (
    <Stack>
      {clusters
        .filter(cluster => cluster.state === 'unreachable')
        .map(cluster => (
          <ClusterAway key={cluster.name} cluster={cluster} />
        ))}
      {clusters.map(
        ({ name, state, measuringAway }) =>
          // Where the cluster itself is away, that is the one thing to mend.
          measuringAway &&
          state !== 'unreachable' && (
            <PrometheusAway key={name} cluster={name} {...measuringAway} />
          ),
      )}
      {items.length === 0 ? (
        <Empty clusters={clusters} />
      ) : (
        <>
          <FleetFacts fleet={fleet} />
          <FleetList items={items} />
        </>
      )}
    </Stack>
  );
}

function FleetFacts({ fleet: { items, clusters } }: { fleet: Fleet }) {
  // Members of a network are counted as node sets already.
  const sets = items.filter(({ kind }) => kind === 'MoneroNodeSet');
  const ready = sum(sets.map(item => item.readyReplicas));
  const wanted = sum(sets.map(item => item.replicas));
  const trouble = items.filter(needsALook).length;
  const away = clusters.filter(cluster => cluster.state !== 'connected');
  return (
    <Facts
      label="Fleet in numbers"
      facts={[
        {
          label: 'Nodes in sync',
          value: `${formatCount(ready)} / ${formatCount(wanted)}`,
        },
        {
          label: 'Need a look',
          value: (
            <span className={trouble > 0 ? styles.trouble : undefined}>
              {formatCount(trouble)}
            </span>
          ),
          note: `of ${kindsOf(items)}`,
        },
        {
          label: 'Under way',
          value: formatCount(
            items.filter(({ verdict }) => verdict.state === 'Progressing')
              .length,
          ),
        },
        {
          label: 'Clusters',
          value: `${clusters.length - away.length} / ${clusters.length}`,
          note: away.length
            ? `${away.map(({ name }) => name).join(', ')} not connected`
            : 'connected',
        },
      ]}
    />
  );
}

/** "31 node sets, 3 networks". */
function kindsOf(items: readonly FleetItem[]): string {
  return (Object.keys(KIND_WORDS) as FleetItem['kind'][])
    .map(kind => ({
      word: KIND_WORDS[kind].toLowerCase(),
      count: items.filter(item => item.kind === kind).length,
    }))
    .filter(({ count }) => count > 0)
    .map(
      ({ word, count }) =>
        `${formatCount(count)} ${word}${count === 1 ? '' : 's'}`,
    )
    .join(', ');
}

function FleetList({ items }: { items: readonly FleetItem[] }) {
  const [params, setParams] = useSearchParams();
  const query = useMemo(() => readQuery(params), [params]);
  const shown = useMemo(() => select(items, query), [items, query]);
  // The router's function is another one after each change of the address.
  const latest = useRef(setParams);
  latest.current = setParams;
  const set = useCallback(
    (key: string, value: string | undefined) =>
      latest.current(now => withParam(now, key, value), { replace: true }),
    [],
  );
  return (
    <Card>
      <CardBody>
        <FleetFilters items={items} query={query} onChange={set} />
        <Text
          as="p"
          variant="body-small"
          color="secondary"
          role="status"
          className={styles.count}
        >
          {shown.length === items.length
            ? `${formatCount(items.length)} in all`
            : `${formatCount(shown.length)} of ${formatCount(items.length)}`}
        </Text>
        {shown.length === 0 ? (
          <Text as="p">
            Nothing matches. Take a filter back, or look for another word.
          </Text>
        ) : (
          <FleetTable
            items={shown}
            query={query}
            onOrder={order => set('sort', order)}
          />
        )}
      </CardBody>
    </Card>
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
      description={`What runs there is shown as it was last seen. ${
        error ?? ''
      }`}
    />
  );
}

function PrometheusAway(props: {
  cluster: string;
  since: string;
  reason: string;
}) {
  const { cluster, since, reason } = props;
  const age = formatDuration(useNow() - Date.parse(since));
  return (
    <Alert
      status="warning"
      icon
      role="alert"
      title={`Prometheus of cluster ${cluster} has not answered for ${age}`}
      description={`Measured values are shown as they were; whether a pod is in order is told by its readiness. ${reason}`}
    />
  );
}

function Empty(props: { clusters: readonly ClusterInfo[] }) {
  const names = props.clusters.map(cluster => cluster.name).join(', ');
  return (
    <Text as="p">
      {names
        ? `Nothing runs on ${names} yet. Begin with "New node set": a form writes the manifest, and nothing is applied before someone has merged it.`
        : 'No cluster is configured. Add one under "kubernetes" in the configuration of the app.'}
    </Text>
  );
}
