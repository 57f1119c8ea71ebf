import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { formatCount } from '../../lib/format';
import { arrivalGroups, type ArrivalGroup } from './arrivalGroups';
import type { BlockTravel } from './followBlock';
import styles from './LastBlockCard.module.css';

/** More numbers than that are no help. */
const MOST_NAMED = 6;

/** When each member got the newest block, as far as looks at them tell. */
export function LastBlockCard(props: {
  travel: BlockTravel;
  /** How many members there should be. */
  replicas: number;
}) {
  const { travel, replicas } = props;
  const groups = arrivalGroups(travel);
  const had = ordinalsOf(travel, ({ look }) => look === 0);
  const lacking = Array.from({ length: replicas }, (_, each) => each).filter(
    each => !travel.arrivals.some(({ ordinal }) => ordinal === each),
  );
  const longest = Math.max(1, ...groups.map(({ atMost }) => atMost));
  return (
    <Card>
      <CardHeader>
        <Text as="h2" weight="bold">
          Last block, height {formatCount(travel.height)}
        </Text>
      </CardHeader>
      <CardBody>
        <ul
          className={styles.rows}
          aria-label="When members got the last block"
        >
          {groups.map(group => (
            <li key={group.atMost}>
              <Text>{membersInWords(group.ordinals)}</Text>
              <Span group={group} longest={longest} />
              <Text className={styles.time}>{timeInWords(group)}</Text>
            </li>
          ))}
          {had.length > 0 && (
            <Rest ordinals={had} words="had it when this page was opened" />
          )}
          {lacking.length > 0 && (
            <Rest ordinals={lacking} words="not seen with it" />
          )}
        </ul>
        <Text
          as="p"
          variant="body-small"
          color="secondary"
          className={styles.note}
        >
          {groups.length > 0
            ? 'Counted from when the first was seen with it. Each member is asked every few seconds: it got the block between two answers.'
            : 'How the next block comes to them is shown here while this page is open.'}
        </Text>
      </CardBody>
    </Card>
  );
}

function Rest(props: { ordinals: readonly number[]; words: string }) {
  return (
    <li>
      <Text>{membersInWords(props.ordinals)}</Text>
      <Text color="secondary" className={styles.rest}>
        {props.words}
      </Text>
    </li>
  );
}

/** The time in which they got it, as a part of a line that is as long as the longest. */
function Span({ group, longest }: { group: ArrivalGroup; longest: number }) {
  const { atLeast, atMost } = group;
  return (
    <div className={styles.line} aria-hidden="true">
      <div
        style={{
          marginInlineStart: `${(100 * atLeast) / longest}%`,
          width: `${(100 * (atMost - atLeast)) / longest}%`,
        }}
      />
    </div>
  );
}

function ordinalsOf(
  { arrivals }: BlockTravel,
  isMeant: (arrival: BlockTravel['arrivals'][number]) => boolean,
): number[] {
  return arrivals
    .filter(isMeant)
    .map(({ ordinal }) => ordinal)
    .sort((a, b) => a - b);
}

/** "Members 0, 7, 12", or how many where they are too many to be named. */
function membersInWords(ordinals: readonly number[]): string {
  if (ordinals.length > MOST_NAMED) {
    return `${formatCount(ordinals.length)} members`;
  }
  return `${ordinals.length === 1 ? 'Member' : 'Members'} ${ordinals.join(
    ', ',
  )}`;
}

function timeInWords({ atLeast, atMost }: ArrivalGroup): string {
  if (atMost === 0) {
    return 'first seen';
  }
  return atLeast > 0
    ? `${formatCount(atLeast)} to ${formatCount(atMost)} s`
    : `at most ${formatCount(atMost)} s`;
}
