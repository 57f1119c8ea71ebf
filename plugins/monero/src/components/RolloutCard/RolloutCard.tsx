import { useState } from 'react';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import type {
  NodeHealth,
  NodeState,
  Rollout,
} from '@monero-portal/plugin-monero-common';
import { ProgressBar } from '../ProgressBar';
import { progressInWords, titleOf } from './inWords';
import styles from './RolloutCard.module.css';

/** Here the reason is how long it takes; what is wrong otherwise the verdict says. */
const PASSING: ReadonlySet<NodeState> = new Set<NodeState>([
  'Behind',
  'Starting',
]);

/**
 * The images of a rollout. The last pod with the old one takes its name along
 * while that pod's successor is still waited for: what was seen of it stays.
 */
function useImageOf({ image }: Rollout): Rollout['image'] {
  const [seen, setSeen] = useState(image);
  const isNews = image && (image.from !== seen?.from || image.to !== seen?.to);
  if (isNews) {
    setSeen(image);
  }
  return image ?? seen;
}

/**
 * How far a change is that reaches one after the other, and for whom it waits.
 * Give it the object's generation as key: another change has other images.
 */
export function RolloutCard(props: {
  rollout: Rollout;
  /** How many it has to reach. */
  replicas: number;
  /** What happens to each of them. */
  verb: 'replaced' | 'changed';
  /** The node that it waits for. */
  waitsFor?: NodeHealth;
}) {
  const { rollout, replicas, verb, waitsFor } = props;
  const image = useImageOf(rollout);
  const title = titleOf({ ...rollout, image });
  const text = progressInWords(rollout, { replicas, verb });
  return (
    <Card>
      <CardHeader>
        <Text as="h2" weight="bold" className={styles.title}>
          {title}
        </Text>
      </CardHeader>
      <CardBody>
        <ProgressBar
          label={title}
          done={rollout.updated}
          of={replicas}
          text={text}
        />
        <Text
          as="p"
          variant="body-small"
          color="secondary"
          className={styles.words}
        >
          {text}
          {waitsFor && PASSING.has(waitsFor.state) && `. ${waitsFor.reason}`}
        </Text>
      </CardBody>
    </Card>
  );
}
