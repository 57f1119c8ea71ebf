import {
  entityNameOf,
  type Finding,
  type FindingCode,
  type FindingSeverity,
  type ObjectRef,
} from '@monero-portal/plugin-monero-common';
import type { Seen } from './lasting';
import { entityRefOf, ownerRefOf, pageOf, wordsOf } from './recipients';
import { noticeOf, type Saying } from './Saying';

/** What all scopes of findings begin with. */
export const FINDING_SCOPES = 'finding/';

/** By this, what was told of an object is known. */
export function findingScope(ref: ObjectRef): string {
  return `${FINDING_SCOPES}${entityNameOf(ref)}`;
}

/** An object, and who owns it as far as it says so itself. */
export type Owned = ObjectRef & { owner?: string };

const SEVERITIES = {
  critical: 'critical',
  warning: 'high',
  info: 'normal',
} as const satisfies Record<FindingSeverity, string>;

/**
 * What the owner of an object is to be told of what is found, if anything: what
 * is new among what lasts, and that all of what was told is over. Pure.
 *
 * @param told - codes that were told last, with commas; empty for none
 */
export function findingNotice(
  object: Owned,
  { lasting, present }: Pick<Seen, 'lasting' | 'present'>,
  told: string,
): Saying | undefined {
  const before = new Set(told.split(',').filter(Boolean));
  const codes = [...new Set(lasting.map(({ code }) => code))].sort();
  if (codes.some(code => !before.has(code))) {
    return saying(object, told, codes, wordsOfTrouble(object, lasting));
  }
  const over = before.size > 0 && ![...before].some(isIn(present));
  return over
    ? saying(object, told, [], wordsOfRelief(object, [...before]))
    : undefined;
}

/** That an object is gone, to who was told what is wrong with it. Pure. */
export function goneNotice(object: Owned, told: string): Saying | undefined {
  return told === ''
    ? undefined
    : saying(object, told, [], {
        title: `${nameOf(object)} is gone`,
        description: `So is what was wrong with it: ${told.replaceAll(
          ',',
          ', ',
        )}.`,
        severity: 'normal',
      });
}

interface Words {
  title: string;
  description: string;
  severity: 'critical' | 'high' | 'normal';
}

function saying(
  object: Owned,
  from: string,
  codes: readonly string[],
  words: Words,
): Saying {
  const scope = findingScope(object);
  const owner = ownerRefOf(object.owner);
  return {
    ...{ scope, from, to: codes.join(',') },
    notice: noticeOf([...(owner ? [owner] : []), entityRefOf(object)], {
      ...words,
      link: pageOf(object),
      topic: 'Monero health',
      scope,
    }),
  };
}

function wordsOfTrouble(object: Owned, lasting: readonly Finding[]): Words {
  const [worst, ...others] = lasting;
  const more = others.length === 0 ? '' : `, and ${others.length} more`;
  return {
    title: `${nameOf(object)}: ${worst.what}${more}`,
    description: [
      `${worst.evidence} ${worst.next}`,
      ...(others.length ? [`Also: ${others.map(listed).join('; ')}.`] : []),
    ].join(' '),
    severity: SEVERITIES[worst.severity],
  };
}

function wordsOfRelief(object: Owned, before: string[]): Words {
  return {
    title: `${nameOf(object)} is well again`,
    description: `What was wrong is over: ${before.join(', ')}.`,
    severity: 'normal',
  };
}

function listed({ what }: Finding): string {
  return what;
}

function isIn(present: ReadonlySet<FindingCode>) {
  return (code: string) => present.has(code as FindingCode);
}

/** "Node set web in dev" */
function nameOf({ kind, name, cluster }: ObjectRef): string {
  const words = wordsOf(kind);
  return `${words[0].toUpperCase()}${words.slice(1)} ${name} in ${cluster}`;
}
