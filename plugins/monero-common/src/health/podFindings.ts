import { quote, secondsSince, sentence } from './format';
import type { Check, StateFinding, NodeFacts } from './nodeHealth';
import {
  containersOf,
  programOf,
  podCondition,
  type ContainerEnd,
  type ContainerStatusLike,
} from './pod';

/** How long after an end a running container still counts as crashing. */
const CRASH_MEMORY_SECONDS = 120;

/** Waiting reasons that only say "soon", with no trouble behind them. */
const CALM_WAITS = new Set(['ContainerCreating', 'PodInitializing']);

/** Where the image of a container is chosen, if not in the specification. */
const IMAGE_FIELDS: Readonly<Record<string, string>> = {
  exporter: "the operator's --exporter-image",
  tor: "the operator's --tor-image",
  i2pd: "the operator's --i2pd-image",
};

/** Last words of monerod that do not say what is wrong, and what it is. */
const KNOWN_ENDS: readonly { words: RegExp; next: string }[] = [
  {
    words: /Failed to initialize p2p server/,
    next: 'An address in spec.monerod.args is no good: names of peers must resolve, and --proxy and --tx-proxy take an IP address with a port. Kubernetes tries again by itself.',
  },
];

/** What Kubernetes knows of the pod, most telling first. */
export const podFindings: readonly Check[] = [
  stopping,
  crashLoop,
  failed,
  containerWaits,
  notScheduled,
  podPending,
];

function stopping({ pod, now }: NodeFacts): StateFinding | undefined {
  const { deletionTimestamp, deletionGracePeriodSeconds = 0 } = pod.metadata;
  if (deletionTimestamp === undefined) {
    return undefined;
  }
  const asked = Math.min(
    now,
    Date.parse(deletionTimestamp) - deletionGracePeriodSeconds * 1000,
  );
  return {
    state: 'Stopping',
    reason: 'Is being stopped; monerod writes its database before it ends.',
    since: new Date(asked).toISOString(),
  };
}

function crashLoop({ pod, now }: NodeFacts): StateFinding | undefined {
  const container = containersOf(pod).find(status => isCrashing(status, now));
  if (!container) {
    return undefined;
  }
  const end = container.state?.terminated ?? container.lastState?.terminated;
  const times = container.restartCount ?? 0;
  const count = times > 1 ? ` ${times} times` : '';
  const last = count && ', last';
  return {
    state: 'Crash loop',
    reason: `${container.name} ended${count}${last} ${endOf(end)}`,
    brief: `${container.name} ended${count}.`,
    next: nextAfter(end, `${pod.metadata.name} -c ${container.name}`),
    since: end?.finishedAt,
  };
}

function isCrashing(status: ContainerStatusLike, now: number): boolean {
  if (status.state?.waiting?.reason === 'CrashLoopBackOff') {
    return true;
  }
  const end = status.state?.terminated;
  if (end) {
    return end.exitCode !== 0;
  }
  // Between two crashes it runs for a moment; that is no recovery yet.
  const last = status.lastState?.terminated;
  return (
    (status.restartCount ?? 0) >= 2 &&
    !status.ready &&
    last?.finishedAt !== undefined &&
    last.exitCode !== 0 &&
    secondsSince(last.finishedAt, now) < CRASH_MEMORY_SECONDS
  );
}

function endOf(end: ContainerEnd | undefined): string {
  if (!end) {
    return 'for an unknown reason.';
  }
  if (end.reason === 'OOMKilled') {
    return 'because it ran out of memory.';
  }
  const words = end.message ? quote(end.message) : '';
  const code = `with exit code ${end.exitCode}`;
  return words ? `${code}: "${words}"` : `${code}.`;
}

function nextAfter(
  end: ContainerEnd | undefined,
  container: string,
): string | undefined {
  if (end?.reason === 'OOMKilled') {
    return 'Raise its memory limit, spec.monerod.resources.';
  }
  const known = KNOWN_ENDS.find(({ words }) => words.test(end?.message ?? ''));
  if (known) {
    return known.next;
  }
  const flag = end?.message && flagIn(end.message);
  if (flag) {
    return `Remove or correct ${flag} in spec.monerod.args; Kubernetes tries again by itself.`;
  }
  return end?.message
    ? undefined
    : `Its log says why: kubectl logs ${container} --previous.`;
}

/** The argument that a program complains about: "unrecognised option '--tuxedo'". */
function flagIn(message: string): string | undefined {
  return /\b(?:unrecogni[sz]ed|unknown|invalid|ambiguous|argument)\b[^\n]*?(--[a-z0-9][a-z0-9-]*)/i.exec(
    message,
  )?.[1];
}

function failed({ pod }: NodeFacts): StateFinding | undefined {
  const { phase, reason, message } = pod.status ?? {};
  if (phase !== 'Failed' && phase !== 'Succeeded') {
    return undefined;
  }
  const why = message ?? reason;
  return {
    state: 'Pending',
    reason: `Its pod ended${
      why ? `: ${sentence(quote(why))}` : '.'
    } A new one takes its place.`,
  };
}

function containerWaits({ pod }: NodeFacts): StateFinding | undefined {
  const container = containersOf(pod).find(status => {
    const waits = status.state?.waiting?.reason;
    return waits !== undefined && !CALM_WAITS.has(waits);
  });
  const waiting = container?.state?.waiting;
  if (!container || !waiting?.reason) {
    return undefined;
  }
  const detail = waiting.message ? `: ${quote(waiting.message)}` : '';
  const ofImage = /Image/.test(waiting.reason);
  const what = ofImage
    ? `The image of ${container.name} cannot be pulled`
    : `${container.name} cannot be started`;
  const code = ofImage ? '' : ` (${waiting.reason})`;
  const image = IMAGE_FIELDS[container.name] ?? 'the image in spec';
  return {
    state: 'Pending',
    reason: sentence(`${what}${code}${detail}`),
    brief: sentence(what),
    next: ofImage
      ? `Correct ${image}, or the pull secrets; Kubernetes tries again by itself.`
      : 'Kubernetes tries again by itself; the message names what to change.',
    since: pod.metadata.creationTimestamp,
  };
}

function notScheduled({ pod }: NodeFacts): StateFinding | undefined {
  const scheduled = podCondition(pod, 'PodScheduled');
  if (scheduled?.status !== 'False') {
    return undefined;
  }
  return {
    state: 'Pending',
    reason: sentence(
      `No machine can take it${
        scheduled.message ? `: ${schedulersReason(scheduled.message)}` : ''
      }`,
    ),
    brief: 'No machine can take it.',
    next: 'It starts as soon as one can: free or add a machine, or ask for less.',
    since: scheduled.lastTransitionTime ?? pod.metadata.creationTimestamp,
  };
}

/** The scheduler appends what it tried; why it did not work is in front. */
function schedulersReason(message: string): string {
  return quote(message).split(/\.?\s+(?:no new claims|preemption:)/)[0];
}

function podPending({ pod }: NodeFacts): StateFinding | undefined {
  const running = programOf(pod)?.state?.running !== undefined;
  if (running) {
    return undefined;
  }
  const since = pod.metadata.creationTimestamp;
  return pod.spec?.nodeName === undefined
    ? {
        state: 'Pending',
        reason: 'Kubernetes has not given it a machine yet.',
        since,
      }
    : { state: 'Pending', reason: 'Its containers are being created.', since };
}
