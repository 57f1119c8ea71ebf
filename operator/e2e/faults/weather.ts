import { Random } from './random';

/** What can happen to a request before its answer has begun. */
export type RequestFault =
  | { kind: 'status'; code: number; reason: string; retryAfter?: number }
  /** The connection breaks; the API server may have heard the request or not. */
  | { kind: 'cut'; heard: boolean }
  /** Nothing comes, and nothing says so. */
  | { kind: 'silence'; heard: boolean }
  | { kind: 'slow'; ms: number }
  /** An intermediary sends it twice. */
  | { kind: 'twice' };

/** What can happen to an event of a watch. */
export type EventFault =
  | { kind: 'expired' }
  /** The connection breaks in the middle of the event. */
  | { kind: 'cut' }
  | { kind: 'silence' }
  | { kind: 'slow'; ms: number }
  | { kind: 'twice' }
  /** An event of long ago comes before it. */
  | { kind: 'replay' }
  | { kind: 'garbage' };

/** Says what happens; undefined: nothing. */
export interface Weather {
  request(request: {
    method: string;
    isList: boolean;
    isWatch: boolean;
  }): RequestFault | undefined;
  event(): EventFault | undefined;
}

/** Nothing ever happens. */
export const calm: Weather = {
  request: () => undefined,
  event: () => undefined,
};

type Weighted<T> = ReadonlyArray<readonly [weight: number, make: () => T]>;

function choose<T>(random: Random, choices: Weighted<T>): T {
  const total = choices.reduce((sum, [weight]) => sum + weight, 0);
  let rest = random.next() * total;
  for (const [weight, make] of choices) {
    rest -= weight;
    if (rest < 0) return make();
  }
  return choices[choices.length - 1][1]();
}

/**
 * Everything happens, in an order that the seed decides.
 * @param share - of requests, and of events, that something happens to
 */
export function storm(random: Random, share = 0.35): Weather {
  const status = (code: number, reason: string, retryAfter?: number) => () =>
    ({ kind: 'status', code, reason, retryAfter } as const);
  const heard = () => random.next() < 0.5;
  const always: Weighted<RequestFault> = [
    [3, status(500, 'InternalError')],
    [3, status(503, 'ServiceUnavailable')],
    [1, status(503, 'ServiceUnavailable', 1)],
    [3, () => status(429, 'TooManyRequests', random.below(3))()],
    [4, () => ({ kind: 'cut', heard: heard() })],
    [0.5, () => ({ kind: 'silence', heard: heard() })],
    [4, () => ({ kind: 'slow', ms: random.below(1500) })],
  ];
  const expired: Weighted<RequestFault> = [[4, status(410, 'Expired')]];
  const twice: Weighted<RequestFault> = [[2, () => ({ kind: 'twice' })]];
  const events: Weighted<EventFault> = [
    [2, () => ({ kind: 'expired' })],
    [3, () => ({ kind: 'cut' })],
    [1, () => ({ kind: 'silence' })],
    [4, () => ({ kind: 'slow', ms: random.below(1500) })],
    [6, () => ({ kind: 'twice' })],
    [6, () => ({ kind: 'replay' })],
    [1, () => ({ kind: 'garbage' })],
  ];
  return {
    request({ method, isList, isWatch }) {
      if (random.next() >= share) return undefined;
      return choose(random, [
        ...always,
        ...(isList || isWatch ? expired : []),
        ...(method === 'PATCH' ? twice : []),
      ]);
    },
    event: () => (random.next() < share ? choose(random, events) : undefined),
  };
}
