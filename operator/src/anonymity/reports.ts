/** Where tor and i2pd say how they are; the exporter reads it, and nothing else. */
export const REPORTS_DIR = '/run/reports';

/** Volume of that folder: memory, a few lines. */
export const REPORTS_VOLUME = 'reports';

/** What a report is about; the name of its file, too. */
export type Reporter = 'tor' | 'i2pd';

/** @returns the file with the report of a container */
export function reportFile(reporter: Reporter): string {
  return `${REPORTS_DIR}/${reporter}`;
}

/** How often a report is written; it is old long before the exporter calls it so. */
export const REPORT_SECONDS = 5;

/** A report is older than this when its program does not answer; the exporter's rule. */
export const REPORT_MAX_AGE_SECONDS = 30;

/** For so long directories of Tor keep a descriptor; the exporter's rule. */
export const DESCRIPTOR_LIFETIME_SECONDS = 3 * 3600;

/**
 * Script that succeeds while tor's report says that its onion service is
 * published, by the rule of the exporter.
 */
export const ONION_PUBLISHED = [
  `test $((EPOCHSECONDS - $(stat -c %Y ${reportFile(
    'tor',
  )}))) -le ${REPORT_MAX_AGE_SECONDS}`,
  'introductions=0 uploaded=0',
  `while read -r name number; do declare "$name=$number"; done < ${reportFile(
    'tor',
  )}`,
  'test "$introductions" -gt 0',
  `test $((EPOCHSECONDS - uploaded)) -lt ${DESCRIPTOR_LIFETIME_SECONDS}`,
].join('\n');

/**
 * Shell functions that keep a report: `report LINE...` writes one at once and
 * whole, for the group alone to read; `watching` does what `look` says, for
 * ever. They run beside the program, in its container, and end with it.
 *
 * The exporter could ask tor and i2pd itself, but whoever may ask them may also
 * command them: so they tell, and nobody else gets their passwords.
 */
export function reporting(reporter: Reporter): string[] {
  const file = reportFile(reporter);
  return [
    // What was true before a restart is not any more.
    `rm -f ${file}`,
    `report() { (umask 027; printf '%s\\n' "$@" > ${file}.new) && mv -f ${file}.new ${file}; }`,
    // Who has hung up is noticed, and ends nothing.
    "watching() { trap '' PIPE; while :; do look || true; sleep 1; done; }",
  ];
}
