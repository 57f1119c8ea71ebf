import { Report, REPORT_MAX_AGE_SECONDS } from './readReport';

/** How tor is. What is unknown is absent; nothing is known of one that does not answer. */
export interface TorState {
  up: boolean;
  /** Whether others find and reach the onion service. */
  published: boolean;
  /** Share of its start that is done, 0 to 1. */
  bootstrapped?: number;
  /** Whether it can make circuits. */
  circuitEstablished?: boolean;
  /** Circuits on which others may ask for the onion service. */
  introductionCircuits?: number;
  /** When a directory last took the service's descriptor, Unix time; absent while none has. */
  uploadedAtSeconds?: number;
}

/** How i2pd is. */
export interface I2pdState {
  up: boolean;
  published: boolean;
  knownRouters?: number;
  /** Share of tunnels whose building succeeded lately, 0 to 1. */
  tunnelCreationSuccess?: number;
  /** Tunnels of the service that work. */
  tunnelsIn?: number;
  tunnelsOut?: number;
}

/**
 * Directories keep a descriptor for three hours (rend-spec-v3); tor uploads it
 * again every one to two.
 */
export const DESCRIPTOR_LIFETIME_SECONDS = 3 * 3600;

/**
 * An onion service is published when a directory took its descriptor and has
 * not forgotten it, and one of the circuits that it leads to is there. Of a tor
 * that lost its network the second is missing within seconds, while it goes on
 * calling itself bootstrapped.
 */
export function torStateOf(
  report: Report | undefined,
  nowMs: number,
): TorState {
  if (!isCurrent(report)) return { up: false, published: false };
  const { numbers } = report;
  const introductionCircuits = numbers.get('introductions');
  const uploaded = numbers.get('uploaded') || undefined;
  return {
    up: true,
    published:
      (introductionCircuits ?? 0) > 0 &&
      uploaded !== undefined &&
      nowMs / 1000 - uploaded < DESCRIPTOR_LIFETIME_SECONDS,
    bootstrapped: percent(numbers.get('bootstrapped')),
    circuitEstablished: flag(numbers.get('circuits')),
    introductionCircuits,
    uploadedAtSeconds: uploaded,
  };
}

/**
 * i2pd publishes where inbound tunnels begin as soon as it has some, through an
 * outbound one; whether a floodfill took it, it does not say.
 */
export function i2pdStateOf(report: Report | undefined): I2pdState {
  if (!isCurrent(report)) return { up: false, published: false };
  const { numbers } = report;
  const tunnelsIn = numbers.get('inbound');
  const tunnelsOut = numbers.get('outbound');
  return {
    up: true,
    published: (tunnelsIn ?? 0) > 0 && (tunnelsOut ?? 0) > 0,
    knownRouters: numbers.get('routers'),
    tunnelCreationSuccess: percent(numbers.get('success')),
    tunnelsIn,
    tunnelsOut,
  };
}

function isCurrent(report: Report | undefined): report is Report {
  return report !== undefined && report.ageSeconds <= REPORT_MAX_AGE_SECONDS;
}

function percent(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.min(value, 100) / 100;
}

function flag(value: number | undefined): boolean | undefined {
  return value === undefined ? undefined : value > 0;
}
