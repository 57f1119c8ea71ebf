import {
  FINDING_SEVERITIES,
  type Finding,
  type FindingSeverity,
} from '../schemas';

/** Worst first; among equals the order in which they were found. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => rank(a.severity) - rank(b.severity));
}

/** The worst severity among findings; undefined when there are none. */
export function worstSeverityOf(
  findings: readonly Pick<Finding, 'severity'>[],
): FindingSeverity | undefined {
  return FINDING_SEVERITIES.find(severity =>
    findings.some(finding => finding.severity === severity),
  );
}

function rank(severity: FindingSeverity): number {
  return FINDING_SEVERITIES.indexOf(severity);
}

/** Names a finding among all of one object: it is the same one while this stays. */
export function findingKeyOf({ code, pod = '' }: Finding): string {
  return `${code}/${pod}`;
}
