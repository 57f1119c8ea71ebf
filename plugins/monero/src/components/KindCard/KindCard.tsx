import type { ReactNode } from 'react';
import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import type {
  NodeSetRef,
  ObjectHealth,
} from '@monero-portal/plugin-monero-common';
import { useMiningSet, useNetwork, type Live } from '../../hooks';
import {
  MINER_TONES,
  NODE_TONES,
  VERDICT_TONES,
  type Tone,
} from '../../lib/tones';
import { DataAge } from '../DataAge';
import { EntityView } from '../EntityView';
import { StatePill } from '../StatePill';

/** The verdict on a network, for the overview. */
export function NetworkCard() {
  return (
    <KindCard title="Monero network" what="network" use={useNetwork}>
      {({ members }) => (
        <Counts
          states={members.map(({ node }) => node?.state ?? 'No pod')}
          tones={NODE_TONES}
        />
      )}
    </KindCard>
  );
}

/** The verdict on a mining set, for the overview. */
export function MiningSetCard() {
  return (
    <KindCard title="Monero miners" what="mining set" use={useMiningSet}>
      {({ miners }) => (
        <Counts states={miners.map(({ state }) => state)} tones={MINER_TONES} />
      )}
    </KindCard>
  );
}

function KindCard<T extends ObjectHealth>(props: {
  title: string;
  what: string;
  use: (ref: NodeSetRef) => Live<T>;
  children: (object: T) => ReactNode;
}) {
  const { title, what, use: useObject, children } = props;
  return (
    <Card>
      <CardHeader>
        <Text as="h2" weight="bold">
          {title}
        </Text>
      </CardHeader>
      <CardBody>
        <EntityView what={what} use={useObject}>
          {object => (
            <Flex direction="column" gap="3">
              <div role="status">
                <StatePill tone={VERDICT_TONES[object.verdict.state]}>
                  {object.verdict.state}
                </StatePill>{' '}
                <Text weight="bold">{object.verdict.headline}</Text>
              </div>
              {children(object)}
              <Text variant="body-small" color="secondary">
                <DataAge asOf={object.asOf} />
              </Text>
            </Flex>
          )}
        </EntityView>
      </CardBody>
    </Card>
  );
}

/** How many are in each state. */
function Counts(props: {
  states: readonly string[];
  tones: Readonly<Record<string, Tone>>;
}) {
  const counts = new Map<string, number>();
  props.states.forEach(each => counts.set(each, (counts.get(each) ?? 0) + 1));
  return (
    <Flex gap="2" style={{ flexWrap: 'wrap' }}>
      {[...counts].map(([state, count]) => (
        <StatePill key={state} tone={props.tones[state] ?? 'quiet'}>
          {`${count} ${state}`}
        </StatePill>
      ))}
    </Flex>
  );
}
