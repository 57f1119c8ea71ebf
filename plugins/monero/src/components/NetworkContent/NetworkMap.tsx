import type {
  MemberPair,
  NetworkHealth,
  NetworkMember,
} from '@monero-portal/plugin-monero-common';
import { NODE_TONES, type Tone } from '../../lib/tones';
import { dotRadius, onCircle, type Point } from './circle';
import type { Arrival, BlockTravel } from './followBlock';
import styles from './NetworkMap.module.css';

const RADIUS = 100;
const MARGIN = 18;
const SIZE = 2 * (RADIUS + MARGIN);
/** Beyond this the faint lines become one grey disc. */
const MOST_DRAWN = 40;
/** From one light to the next of the same look, and for all of them at most. */
const LIGHT_STEP_MS = 120;
const LIGHTS_MS = 1_200;

/**
 * Who is connected to whom, as a circle: what is missing stands out. Who has
 * the newest block is marked, and lights up when that is seen.
 */
export function NetworkMap(props: {
  network: NetworkHealth;
  travel?: BlockTravel;
}) {
  const { network, travel } = props;
  const { replicas, members, links } = network;
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
      aria-label={summaryOf(network)}
    >
      <Lines pairs={present} points={points} kind="present" />
      <Lines pairs={links.unknown} points={points} kind="unknown" />
      <Lines pairs={links.missing} points={points} kind="missing" />
      {travel && <Pulses travel={travel} points={points} />}
      {points.map((point, ordinal) => (
        <Dot
          key={ordinal}
          point={point}
          radius={dot}
          ordinal={ordinal}
          member={members.find(each => each.ordinal === ordinal)}
        />
      ))}
      {travel && <Marks travel={travel} points={points} radius={dot} />}
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

/** Elements come once for each block, and so are moved once. */
function Pulses(props: { travel: BlockTravel; points: readonly Point[] }) {
  const { travel, points } = props;
  const delays = delaysOf(travel.arrivals);
  return (
    <g className={styles.pulses}>
      {travel.pulses
        .filter(({ from, to }) => points[from] && points[to])
        .map(({ from, to }) => (
          <line
            key={`${blockOf(travel)}/${from}-${to}`}
            data-pulse={`${from}-${to}`}
            x1={points[from].x}
            y1={points[from].y}
            x2={points[to].x}
            y2={points[to].y}
            pathLength={1}
            style={{ animationDelay: `${delays.get(to) ?? 0}ms` }}
          />
        ))}
    </g>
  );
}

function Marks(props: {
  travel: BlockTravel;
  points: readonly Point[];
  radius: number;
}) {
  const { travel, points, radius } = props;
  const outside = (RADIUS + radius + 3) / RADIUS;
  const delays = delaysOf(travel.arrivals);
  return (
    <g className={styles.marks}>
      {travel.arrivals
        .filter(({ ordinal }) => points[ordinal])
        .map(({ ordinal, look }) => (
          <g
            key={`${blockOf(travel)}/${ordinal}`}
            data-has-newest={ordinal}
            data-seen={look > 0}
            style={{ '--delay': `${delays.get(ordinal) ?? 0}ms` } as object}
          >
            <circle
              className={styles.mark}
              cx={points[ordinal].x * outside}
              cy={points[ordinal].y * outside}
              r={Math.min(1.8, radius / 3)}
            />
            {look > 0 && (
              <circle
                className={styles.light}
                cx={points[ordinal].x}
                cy={points[ordinal].y}
                r={radius}
              />
            )}
          </g>
        ))}
    </g>
  );
}

/** By member: when it lights up after the answer that told of it. */
function delaysOf(arrivals: readonly Arrival[]): ReadonlyMap<number, number> {
  return new Map(
    arrivals.map(({ ordinal, look, place }) => {
      const count = arrivals.filter(each => each.look === look).length;
      return [ordinal, place * Math.min(LIGHT_STEP_MS, LIGHTS_MS / count)];
    }),
  );
}

function blockOf({ height, hash }: BlockTravel): string {
  return `${height}/${hash}`;
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
