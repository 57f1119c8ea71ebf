import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import {
  formatHashrate,
  type MiningSetHealth,
} from '@monero-portal/plugin-monero-common';
import { useMiningSet, useNodeSetEntities } from '../../hooks';
import { formatCount, UNKNOWN } from '../../lib/format';
import { Ago } from '../DataAge';
import { EntityName } from '../EntityName';
import { EntityView } from '../EntityView';
import { Facts } from '../Facts';
import { Findings } from '../Findings';
import { HistoryCard } from '../HistoryCard';
import { ObjectActions } from '../ObjectActions';
import { Columns, Stack } from '../PageLayout';
import { StaleAlert } from '../StaleAlert';
import { VerdictCard } from '../VerdictCard';
import { MinersCard } from './MinersCard';

/** The tab "Miners" of a mining set's entity page. */
export function MiningSetContent() {
  return (
    <EntityView what="mining set" use={useMiningSet}>
      {set => <MiningSetView set={set} />}
    </EntityView>
  );
}

/** Everything about one mining set; the verdict first. */
export function MiningSetView(props: { set: MiningSetHealth }) {
  const { set } = props;
  const objectRef = {
    kind: 'MoneroMiningNodeSet',
    cluster: set.cluster,
    namespace: set.namespace,
    name: set.name,
  } as const;
  return (
    <Stack>
      {set.stale && <StaleAlert {...set} />}
      <ObjectActions objectRef={objectRef} />
      <VerdictCard object={set} />
      <MiningFacts set={set} />
      <Findings findings={set.findings} />
      <Columns
        main={
          <>
            <MinersCard set={set} />
            <HistoryCard objectRef={objectRef} />
          </>
        }
        aside={
          <>
            <WorkCard set={set} />
            <AutoscalerCard set={set} />
          </>
        }
      />
    </Stack>
  );
}

function MiningFacts(props: { set: MiningSetHealth }) {
  const { miners, replicas, hashrate } = props.set;
  const sumOf = (values: (number | undefined)[]) => {
    const known = values.filter((each): each is number => each !== undefined);
    return known.length > 0
      ? known.reduce((sum, each) => sum + each, 0)
      : undefined;
  };
  const accepted = sumOf(miners.map(miner => miner.sharesAccepted));
  const rejected = sumOf(miners.map(miner => miner.sharesRejected));
  return (
    <Facts
      label="Mining set in numbers"
      facts={[
        {
          label: 'Mining',
          value: `${formatCount(
            miners.filter(({ state }) => state === 'Mining').length,
          )} / ${formatCount(replicas)}`,
        },
        {
          label: 'Hashrate in all',
          value: hashrate === undefined ? UNKNOWN : formatHashrate(hashrate),
          note: 'over the last minute',
        },
        {
          label: 'Accepted results',
          value: formatCount(accepted),
          note: "since each miner's start",
        },
        {
          label: 'Rejected',
          value: formatCount(rejected),
          note:
            accepted !== undefined &&
            rejected !== undefined &&
            accepted + rejected > 0
              ? `${((100 * rejected) / (accepted + rejected)).toFixed(1)} %`
              : undefined,
        },
      ]}
    />
  );
}

function WorkCard(props: { set: MiningSetHealth }) {
  const { workFrom, cluster, namespace } = props.set;
  const entityOf = useNodeSetEntities();
  const { kind, daemonKind, name = '', inSync, replicas } = workFrom;
  const ofNetwork = daemonKind === 'MoneroNetwork';
  const what = ofNetwork ? 'network' : 'node set';
  return (
    <Card>
      <CardHeader>
        <Text as="h2" weight="bold">
          Work
        </Text>
      </CardHeader>
      <CardBody>
        {kind === 'daemon' && (
          <>
            <Text>Mines solo against the {what} </Text>
            <EntityName
              name={name}
              entity={entityOf({ cluster, namespace, name, kind: daemonKind })}
              tab={ofNetwork ? 'network' : 'nodes'}
            />
            <Text as="p" color="secondary">
              {inSync === undefined
                ? `The cluster has no such ${what}.`
                : `${formatCount(inSync)} of ${formatCount(replicas)} ${
                    ofNetwork ? 'members' : 'nodes'
                  } are in sync and give work.`}
            </Text>
          </>
        )}
        {kind === 'pool' && <Text>Mines for the pool {name}.</Text>}
        {kind === 'unknown' && (
          <Text>Neither a daemon nor a pool is written in its manifest.</Text>
        )}
      </CardBody>
    </Card>
  );
}

function AutoscalerCard(props: { set: MiningSetHealth }) {
  const { autoscaler } = props.set;
  if (!autoscaler) {
    return null;
  }
  const { name, minReplicas, maxReplicas, metrics, trouble } = autoscaler;
  return (
    <Card>
      <CardHeader>
        <Text as="h2" weight="bold">
          Autoscaler {name}
        </Text>
      </CardHeader>
      <CardBody>
        <Text as="p">
          {formatCount(autoscaler.currentReplicas)} miners now, wants{' '}
          {formatCount(autoscaler.desiredReplicas)}; between{' '}
          {formatCount(minReplicas)} and {formatCount(maxReplicas)}.
        </Text>
        {metrics.map(metric => (
          <Text as="p" key={metric}>
            {metric}
          </Text>
        ))}
        {autoscaler.lastScaleAt && (
          <Text as="p" color="secondary">
            Scaled <Ago at={autoscaler.lastScaleAt} />.
          </Text>
        )}
        {trouble && <Text as="p">{trouble}</Text>}
      </CardBody>
    </Card>
  );
}
