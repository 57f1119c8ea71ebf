import { Link, Text } from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  moneroNodeSetReadPermission,
  type FleetItem,
} from '@monero-portal/plugin-monero-common';
import { useFleet, type Fleet } from '../../hooks';
import { formatCount } from '../../lib/format';
import { VERDICT_TONES } from '../../lib/tones';
import { rootRouteRef } from '../../routes';
import { needsALook, NEEDS_A_LOOK, select } from '../FleetPage/fleetQuery';
import { LiveView } from '../LiveView';
import { StatePill } from '../StatePill';
import styles from './HomeWidget.module.css';

/** As many as a glance takes in. */
const SHOWN = 5;

/** What needs a look, worst first, and the way to the fleet; the content of a home page widget. */
export function HomeWidget() {
  return (
    <LiveView
      live={useFleet()}
      what="the fleet"
      permission={moneroNodeSetReadPermission.name}
    >
      {fleet => <Worst fleet={fleet} />}
    </LiveView>
  );
}

function Worst({ fleet: { items, clusters } }: { fleet: Fleet }) {
  const linkTo = useRouteRef(rootRouteRef);
  const bad = select(items.filter(needsALook), {
    search: '',
    filters: {},
    sort: 'trouble',
    descending: false,
  });
  const away = clusters.filter(({ state }) => state === 'unreachable');
  return (
    <>
      <Text as="p" weight="bold">
        {headlineOf(items, bad)}
      </Text>
      {away.length > 0 && (
        <Text as="p">
          Not reachable: {away.map(({ name }) => name).join(', ')}.
        </Text>
      )}
      {bad.length > 0 && (
        <ul className={styles.list} aria-label="Needs a look">
          {bad.slice(0, SHOWN).map(item => (
            <li key={item.uid}>
              <StatePill tone={VERDICT_TONES[item.verdict.state]}>
                {item.verdict.state}
              </StatePill>{' '}
              <Text weight="bold">{item.name}</Text>{' '}
              <Text variant="body-small" color="secondary">
                {item.finding?.what ?? item.verdict.headline}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {linkTo && (
        <Link
          href={bad.length > 0 ? `${linkTo()}?state=${NEEDS_A_LOOK}` : linkTo()}
        >
          {bad.length > SHOWN
            ? `All ${formatCount(bad.length)} that need a look`
            : 'The whole fleet'}
        </Link>
      )}
    </>
  );
}

function headlineOf(
  items: readonly FleetItem[],
  bad: readonly FleetItem[],
): string {
  if (items.length === 0) {
    return 'Nothing runs yet.';
  }
  if (items.length === 1 && bad.length === 0) {
    return 'The only one is fine.';
  }
  return bad.length === 0
    ? `All ${formatCount(items.length)} are fine.`
    : `${formatCount(bad.length)} of ${formatCount(items.length)} need a look.`;
}
