import { Skeleton, Text } from '@backstage/ui';
import type { FleetItem } from '@monero-portal/plugin-monero-common';
import type { FleetLag } from '../../hooks';
import { sentenceOf } from '../../lib/errors';
import { formatCount, UNKNOWN } from '../../lib/format';
import { VERDICT_TONES } from '../../lib/tones';
import { blocksRangeOf } from '../HistoryCard/linePath';
import { Sparkline } from '../Sparkline';

/** How far the worst node of a set, or of a network, was behind over the last day. */
export function LagLine(props: { item: FleetItem; lag: FleetLag }) {
  const { item, lag } = props;
  if (item.kind === 'MoneroMiningNodeSet') {
    return <>{UNKNOWN}</>;
  }
  if (lag.loading) {
    return <Skeleton width="4.5rem" height="1.25rem" />;
  }
  const values = lag.of(item);
  return (
    <Sparkline
      label="Blocks behind, last 24 hours"
      recently="in the last half hour"
      values={values}
      range={values && blocksRangeOf([values])}
      format={formatCount}
      tone={VERDICT_TONES[item.verdict.state]}
    />
  );
}

/** Why there are no lines, or no newer ones. */
export function LagNote({ error }: { error?: Error }) {
  return error ? (
    <Text as="p" variant="body-small" color="secondary" role="status">
      The last 24 hours could not be fetched. {sentenceOf(error)}
    </Text>
  ) : null;
}
