import {
  findingKeyOf,
  type Finding,
} from '@monero-portal/plugin-monero-common';

/**
 * Remembers when each finding was first seen, for those whose evidence has no
 * time of its own. A finding that is gone is forgotten: back again, it is new.
 */
export class FindingClock {
  readonly #seen = new Map<string, ReadonlyMap<string, string>>();

  /**
   * @param object - names the object that the findings are about
   * @param now - milliseconds since the epoch
   * @returns the findings, each with `since`
   */
  stamp(object: string, findings: readonly Finding[], now: number): Finding[] {
    const before = this.#seen.get(object);
    const stamped = findings.map(finding => ({
      ...finding,
      since:
        finding.since ??
        before?.get(findingKeyOf(finding)) ??
        new Date(now).toISOString(),
    }));
    if (stamped.length > 0) {
      this.#seen.set(
        object,
        new Map(stamped.map(each => [findingKeyOf(each), each.since])),
      );
    } else {
      this.#seen.delete(object);
    }
    return stamped;
  }

  /** The object is gone. */
  forget(object: string): void {
    this.#seen.delete(object);
  }
}
