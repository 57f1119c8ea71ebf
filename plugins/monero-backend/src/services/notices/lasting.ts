import {
  FINDING_SEVERITIES,
  findingKeyOf,
  type Finding,
  type FindingCode,
} from '@monero-portal/plugin-monero-common';

/** Which findings are told, and when. */
export interface FindingSettings {
  /** Those of at least this severity. */
  severity: 'critical' | 'warning';
  /** That have lasted so long. */
  afterMs: number;
  /** And are over when they have been away so long; a shorter absence is none. */
  clearMs: number;
}

/** When a finding was first and last there. */
interface Sighting {
  code: FindingCode;
  first: number;
  last: number;
}

/** What was seen of one object, by finding. */
export type Sightings = ReadonlyMap<string, Sighting>;

/** What is seen of one object now. */
export interface Seen {
  sightings: Sightings;
  /** Those that have lasted, worst first. */
  lasting: Finding[];
  /** All that are there, or were a moment ago. */
  present: ReadonlySet<FindingCode>;
}

/**
 * Adds what is found now to what was found before. Pure: a finding that comes
 * and goes is one that stays, until it has stayed away.
 *
 * @param now - milliseconds since the epoch
 */
export function look(
  before: Sightings | undefined,
  findings: readonly Finding[],
  settings: FindingSettings,
  now: number,
): Seen {
  const sightings = new Map(
    [...(before ?? [])].filter(
      ([, { last }]) => now - last <= settings.clearMs,
    ),
  );
  const grave = findings.filter(({ severity }) => isGrave(severity, settings));
  const lasting = grave.filter(finding => {
    const key = findingKeyOf(finding);
    const since = Date.parse(finding.since ?? '') || now;
    const first = Math.min(sightings.get(key)?.first ?? since, since);
    sightings.set(key, { code: finding.code, first, last: now });
    return now - first >= settings.afterMs;
  });
  const present = new Set([...sightings.values()].map(({ code }) => code));
  return { sightings, lasting, present };
}

function isGrave(
  severity: Finding['severity'],
  settings: FindingSettings,
): boolean {
  return (
    FINDING_SEVERITIES.indexOf(severity) <=
    FINDING_SEVERITIES.indexOf(settings.severity)
  );
}
