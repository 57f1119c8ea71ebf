import type {
  MemberPair,
  NetworkHealth,
  NetworkMember,
} from '@monero-portal/plugin-monero-common';
import { NODE_TONES, type Tone } from '../../lib/tones';
import { dotRadius, onCircle, type Point } from './circle';
import styles from './NetworkMap.module.css';

const RADIUS = 100;
const MARGIN = 18;
const SIZE = 2 * (RADIUS + MARGIN);
/** Beyond this the faint lines become one grey disc. */
const MOST_DRAWN = 40;

/** Who is connected to whom, as a circle: what is missing stands out. */
export function NetworkMap(props: { network: NetworkHealth }) {
  const { replicas, members, links } = props.network;
  const points = onCircle(replicas, RADIUS);
  const dot = dotRadius(replicas, RADIUS);
  const missing = keysOf(links.missing);
  const unknown = keysOf(links.unknown);
  const present =
    replicas > MOST_DRAWN
      ? []
      : pairsOf(replicas).filter(pair => {
          const key = keyOf(pair);
          return !missing.has(key) && !unknown.has(key);
        });
  return (
    <svg
      className={styles.map}
      viewBox={`${-SIZE / 2} ${-SIZE / 2} ${SIZE} ${SIZE}`}
      role="img"
      aria-label={summaryOf(props.network)}
    >
      <Lines pairs={present} points={points} kind="present" />
      <Lines pairs={links.unknown} points={points} kind="unknown" />
      <Lines pairs={links.missing} points={points} kind="missing" />
      {points.map((point, ordinal) => (
        <Dot
          key={ordinal}
          point={point}
          radius={dot}
          ordinal={ordinal}
          member={members.find(each => each.ordinal === ordinal)}
        />
      ))}
    </svg>
  );
}

function Lines(props: {
  pairs: readonly MemberPair[];
  points: readonly Point[];
  kind: 'present' | 'unknown' | 'missing';
}) {
  const { pairs, points, kind } = props;
  return (
    <g className={styles[kind]}>
      {pairs
        .filter(pair => pair.every(each => each < points.length))
        .map(pair => {
          const [a, b] = pair.map(each => points[each]);
          return (
            <line key={keyOf(pair)} x1={a.x} y1={a.y} x2={b.x} y2={b.y}>
              {kind !== 'present' && (
                <title>{`${pair[0]} and ${pair[1]}: ${kind}`}</title>
              )}
            </line>
          );
        })}
    </g>
  );
}

function Dot(props: {
  point: Point;
  radius: number;
  ordinal: number;
  member?: NetworkMember;
}) {
  const { point, radius, ordinal, member } = props;
  const state = member?.node?.state;
  const tone: Tone = state ? NODE_TONES[state] : 'quiet';
  return (
    <g className={styles.dot} data-tone={tone}>
      <title>{`Member ${ordinal}: ${state ?? 'no pod'}`}</title>
      <circle cx={point.x} cy={point.y} r={radius} />
      {radius > 6 && (
        <text x={point.x} y={point.y} dy="0.35em" fontSize={radius * 0.85}>
          {ordinal}
        </text>
      )}
    </g>
  );
}

/** What the picture shows, in a sentence. */
export function summaryOf({ links }: NetworkHealth): string {
  const { expected, missing, unknown } = links;
  const there = expected - missing.length - unknown.length;
  const aside = unknown.length > 0 ? `, ${unknown.length} unknown` : '';
  return `${there} of ${expected} links are there, ${missing.length} missing${aside}.`;
}

function pairsOf(count: number): MemberPair[] {
  return Array.from({ length: count }, (_, a) =>
    Array.from(
      { length: count - a - 1 },
      (__, i): MemberPair => [a, a + i + 1],
    ),
  ).flat();
}

function keyOf(pair: MemberPair): string {
  return pair.join('-');
}

function keysOf(pairs: readonly MemberPair[]): ReadonlySet<string> {
  return new Set(pairs.map(keyOf));
}
