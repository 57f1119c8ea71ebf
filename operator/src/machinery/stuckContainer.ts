import { ContainerStatus, Pod } from './kubeTypes';

/** Reasons for waiting that pass by themselves in a moment. */
const PASSING = new Set(['ContainerCreating', 'PodInitializing']);

/** Reasons of a container whose image cannot be had. */
const IMAGE_REASONS = new Set([
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'ErrImageNeverPull',
]);

const MAX_WORDS = 200;

/**
 * Why a container of a pod does not run, and what to do about it, in a
 * sentence; undefined when all run or are about to.
 *
 * @param imageFields - where the image of a container is chosen, by its name
 */
export function stuckContainer(
  pod: Pod,
  imageFields: Readonly<Record<string, string>>,
): string | undefined {
  const { initContainerStatuses = [], containerStatuses = [] } =
    pod.status ?? {};
  // Sidecars come first: what comes after them waits for them.
  const stuck =
    initContainerStatuses.find(
      each => isStuck(each) && each.state?.terminated?.exitCode !== 0,
    ) ?? containerStatuses.find(isStuck);
  if (!stuck) return undefined;
  const { name, state } = stuck;
  const { reason, message } = state?.waiting ?? {};
  if (reason === undefined || reason === 'CrashLoopBackOff') {
    return endedMessage(pod, stuck);
  }
  const what = `Container ${name}: ${reason}${message ? `, ${message}` : ''}`;
  return IMAGE_REASONS.has(reason)
    ? `${what}. Correct ${
        imageFields[name] ?? 'its image'
      }; the change replaces this pod at once.`
    : what;
}

function isStuck({ state }: ContainerStatus): boolean {
  const reason = state?.waiting?.reason;
  return (
    (reason !== undefined && !PASSING.has(reason)) ||
    state?.terminated !== undefined
  );
}

function endedMessage(
  pod: Pod,
  { name, state, lastState }: ContainerStatus,
): string {
  const { reason, exitCode, message } =
    state?.terminated ?? lastState?.terminated ?? {};
  const words = lastWords(message);
  const how = `${reason ?? 'Error'}, exit code ${exitCode ?? '?'}`;
  return `Container ${name} keeps ending (${how})${
    words ? `: ${words}` : ''
  }. Its log: kubectl logs ${pod.metadata.name} -c ${name} --previous`;
}

/** The last line of what a container said before it ended. */
function lastWords(message: string | undefined): string {
  const line = message?.trimEnd().split('\n').at(-1)?.trim() ?? '';
  return line.length > MAX_WORDS ? `${line.slice(0, MAX_WORDS)}…` : line;
}
