import type {
  AddressService,
  NodeSample,
} from '@monero-portal/plugin-monero-common';
import { BlockTrail } from './BlockTrail';
import type { Families } from './families';
import type { PodHistory } from './PodHistory';
import { NODE_WANTED, toSample } from './toSample';

interface Point {
  at: number;
  height: number;
}

/** Over how long the speed is measured. */
const WINDOW_MS = 120_000;
/** A speed over less than this says nothing. */
const MIN_SPAN_MS = 10_000;

/** Turns a node's scrapes into its sample: adds age, speed and failures. */
export class NodeHistory implements PodHistory {
  readonly #trail = new BlockTrail();
  #points: Point[] = [];
  #heightSince?: number;
  #noPeersOutSince?: number;
  /** Since when which address has not been published. */
  #unpublishedSince = new Map<string, number>();
  #last: NodeSample;
  readonly #lookedAtEverySeconds?: number;

  readonly wanted = NODE_WANTED;

  /** @param lookedAtEverySeconds - unless the portal itself looks */
  constructor(lookedAtEverySeconds?: number) {
    this.#lookedAtEverySeconds = lookedAtEverySeconds;
    this.#last = { lookedAtEverySeconds };
  }

  /** The sample as of the last scrape, good or bad. */
  get sample(): NodeSample {
    return this.#last;
  }

  /** How many scrapes in a row have failed. */
  failures = 0;

  read(families: Families, at: number): void {
    this.succeeded(toSample(families, at), at);
  }

  succeeded(sample: NodeSample, at: number): void {
    this.failures = 0;
    this.#measure(sample.height, at);
    this.#noPeersOutSince = lacksPeers(sample)
      ? this.#noPeersOutSince ?? at
      : undefined;
    this.#last = {
      ...sample,
      sampledAt: iso(at),
      lookedAtEverySeconds: this.#lookedAtEverySeconds,
      answeredAt: sample.up ? iso(at) : this.#last.answeredAt,
      blocks: this.#trail.follow(sample.blocks),
      heightSince: iso(this.#heightSince),
      noPeersOutSince: iso(this.#noPeersOutSince),
      services: this.#sinceWhen(sample.services, at),
      blocksPerSecond: this.#speed(),
    };
  }

  /** Keeps what was known with its old `sampledAt`, and says since when it is silent. */
  failed(failure: string, at: number): void {
    this.failures++;
    this.#last = {
      ...this.#last,
      failedSince: this.#last.failedSince ?? iso(at),
      failure,
    };
  }

  #sinceWhen(
    services: readonly AddressService[] | undefined,
    at: number,
  ): AddressService[] | undefined {
    const before = this.#unpublishedSince;
    this.#unpublishedSince = new Map();
    return services?.map(service => {
      if (service.published) {
        return service;
      }
      const key = `${service.network} ${service.service}`;
      const since = before.get(key) ?? at;
      this.#unpublishedSince.set(key, since);
      return { ...service, since: iso(since) };
    });
  }

  #measure(height: number | undefined, at: number): void {
    if (height === undefined) {
      return;
    }
    const previous = this.#points[this.#points.length - 1];
    if (previous?.height !== height) {
      this.#heightSince = at;
    }
    // A shrinking chain (reorganisation, new volume) starts the measure anew.
    if (previous && height < previous.height) {
      this.#points = [];
    }
    this.#points = this.#points.filter(point => at - point.at <= WINDOW_MS);
    this.#points.push({ at, height });
  }

  #speed(): number | undefined {
    const first = this.#points[0];
    const last = this.#points[this.#points.length - 1];
    if (!first || last.at - first.at < MIN_SPAN_MS) {
      return undefined;
    }
    return ((last.height - first.height) * 1000) / (last.at - first.at);
  }
}

/** On a public network every node should choose peers of its own; the rule is that of the alerts. */
function lacksPeers({ nettype, offline, peersOut }: NodeSample): boolean {
  const isPublic = nettype !== undefined && nettype !== 'regtest';
  return isPublic && !offline && peersOut === 0;
}

function iso(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
