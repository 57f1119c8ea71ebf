import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import {
  groupPairs,
  type NetworkHealth,
} from '@monero-portal/plugin-monero-common';
import { useNetwork } from '../../hooks';
import { formatCount } from '../../lib/format';
import { Ago } from '../DataAge';
import { EntityView } from '../EntityView';
import { Facts } from '../Facts';
import { Findings } from '../Findings';
import { ObjectActions } from '../ObjectActions';
import { Columns, Stack } from '../PageLayout';
import { RolloutCard } from '../RolloutCard';
import { StaleAlert } from '../StaleAlert';
import { VerdictCard } from '../VerdictCard';
import type { BlockTravel } from './followBlock';
import { LastBlockCard } from './LastBlockCard';
import { MembersCard } from './MembersCard';
import { NetworkMap, summaryOf } from './NetworkMap';
import { travelInWords } from './travelInWords';
import { useBlockTravel } from './useBlockTravel';
import styles from './NetworkContent.module.css';

/** The tab "Network" of a closed network's entity page. */
export function NetworkContent() {
  return (
    <EntityView what="network" use={useNetwork}>
      {network => <NetworkView network={network} />}
    </EntityView>
  );
}

/** Everything about one network; the verdict first. */
export function NetworkView(props: { network: NetworkHealth }) {
  const { network } = props;
  const travel = useBlockTravel(network);
  return (
    <Stack>
      {network.stale && <StaleAlert {...network} />}
      <ObjectActions
        objectRef={{
          kind: 'MoneroNetwork',
          cluster: network.cluster,
          namespace: network.namespace,
          name: network.name,
        }}
      />
      <VerdictCard object={network} />
      <NetworkFacts network={network} />
      <Findings findings={network.findings} />
      <Columns
        main={<MapCard network={network} travel={travel} />}
        aside={
          <>
            {network.rollout && (
              <RolloutCard
                key={network.generation}
                rollout={network.rollout}
                replicas={network.replicas}
                verb="changed"
                waitsFor={
                  network.members.find(
                    ({ nodeSet }) => nodeSet === network.rollout?.waitsFor,
                  )?.node
                }
              />
            )}
            {travel && (
              <LastBlockCard travel={travel} replicas={network.replicas} />
            )}
            <LinksCard network={network} />
          </>
        }
      />
      <MembersCard network={network} />
    </Stack>
  );
}

function MapCard(props: { network: NetworkHealth; travel?: BlockTravel }) {
  const { network, travel } = props;
  return (
    <Card>
      <CardHeader>
        <Text as="h2" weight="bold">
          Who is connected to whom
        </Text>
      </CardHeader>
      <CardBody>
        <NetworkMap network={network} travel={travel} />
        <Text as="p" variant="body-small" color="secondary">
          {summaryOf(network)} Dashed red lines are missing, dotted grey ones
          unknown.
        </Text>
        {travel && (
          <Text as="p" variant="body-small" color="secondary">
            {travelInWords(travel, network.replicas)} A blue dot marks who has
            it.
          </Text>
        )}
      </CardBody>
    </Card>
  );
}

function NetworkFacts(props: { network: NetworkHealth }) {
  const { members, replicas, readyReplicas, links, maxUnavailable } =
    props.network;
  const nodes = members.flatMap(({ node }) => node ?? []);
  const heights = nodes.flatMap(({ height }) => height ?? []);
  const top = heights.length > 0 ? Math.max(...heights) : undefined;
  const best = nodes.find(({ height }) => height === top);
  const there = links.expected - links.missing.length - links.unknown.length;
  return (
    <Facts
      label="Network in numbers"
      facts={[
        {
          label: 'Members in sync',
          value: `${formatCount(readyReplicas)} / ${formatCount(replicas)}`,
          note:
            replicas > 1
              ? `changes take ${formatCount(maxUnavailable)} at a time`
              : undefined,
        },
        {
          label: 'Height',
          value: formatCount(top),
          note: best?.lastBlockAt ? (
            <>
              last block <Ago at={best.lastBlockAt} />
            </>
          ) : undefined,
        },
        {
          label: 'Difficulty',
          value: formatCount(best?.difficulty),
          note: 'hashes for a block',
        },
        {
          label: 'At that height',
          value: formatCount(
            top === undefined
              ? undefined
              : heights.filter(height => height === top).length,
          ),
          note: 'members',
        },
        {
          label: 'Links',
          value: `${formatCount(there)} / ${formatCount(links.expected)}`,
          note: links.unknown.length
            ? `${formatCount(links.unknown.length)} unknown`
            : undefined,
        },
      ]}
    />
  );
}

/** The facts of the map for those who cannot see it. */
function LinksCard(props: { network: NetworkHealth }) {
  const { missing, unknown } = props.network.links;
  return (
    <Card>
      <CardHeader>
        <Text as="h2" weight="bold">
          Links
        </Text>
      </CardHeader>
      <CardBody>
        {missing.length + unknown.length === 0 ? (
          <Text>Every member is connected to every other.</Text>
        ) : (
          <>
            <PairList label="Missing" pairs={missing} />
            <PairList label="Unknown" pairs={unknown} />
          </>
        )}
      </CardBody>
    </Card>
  );
}

function PairList(props: {
  label: string;
  pairs: NetworkHealth['links']['missing'];
}) {
  const { label, pairs } = props;
  return pairs.length === 0 ? null : (
    <>
      <Text as="h3" variant="body-medium" weight="bold">
        {label}
      </Text>
      <ul className={styles.pairs} aria-label={`${label} links`}>
        {groupPairs(pairs).map(({ member, partners }) => (
          <li key={member}>
            <Text>
              Member {member} and {partners.join(', ')}
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}
