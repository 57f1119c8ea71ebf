import { ContainerStatus, Pod } from './kubeTypes';
import { stuckContainer } from './stuckContainer';

const podWith = (...containerStatuses: ContainerStatus[]): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'nodes-1' },
  status: { containerStatuses },
});
const running: ContainerStatus = {
  name: 'exporter',
  state: { running: { startedAt: '2026-01-01T00:00:00Z' } },
};
const about = (...statuses: ContainerStatus[]) =>
  stuckContainer(podWith(running, ...statuses), {
    monerod: 'spec.monerod.image',
  });
const waiting = (reason: string, message?: string): ContainerStatus => ({
  name: 'monerod',
  state: { waiting: { reason, message } },
});

describe('stuckContainer', () => {
  it.each<[string, ContainerStatus[]]>([
    ['all run', []],
    ['one is being made', [waiting('ContainerCreating')]],
    ['one waits for another', [waiting('PodInitializing')]],
  ])('has nothing to say when %s', (_, statuses) => {
    expect(about(...statuses)).toBeUndefined();
  });

  it('names the field of an image that cannot be had', () => {
    expect(about(waiting('ErrImagePull', 'not found'))).toBe(
      'Container monerod: ErrImagePull, not found. Correct spec.monerod.image; the change replaces this pod at once.',
    );
    const other = { ...waiting('ImagePullBackOff'), name: 'sidecar' };
    expect(about(other)).toContain('Correct its image;');
  });

  it('repeats the last words of a container that ends', () => {
    const terminated = {
      reason: 'Error',
      exitCode: 1,
      message: "starting\nunrecognised option '--nope'\n",
    };
    const words =
      "Container monerod keeps ending (Error, exit code 1): unrecognised option '--nope'. Its log: kubectl logs nodes-1 -c monerod --previous";
    expect(about({ name: 'monerod', state: { terminated } })).toBe(words);
    expect(
      about({
        ...waiting('CrashLoopBackOff', 'back-off 10s'),
        lastState: { terminated },
      }),
    ).toBe(words);
  });

  it('keeps the last words short, and does without', () => {
    const long = { exitCode: 2, message: 'x'.repeat(5000) };
    const said = about({ name: 'monerod', state: { terminated: long } });
    expect(said?.length).toBeLessThan(350);
    expect(about({ name: 'monerod', state: { terminated: {} } })).toBe(
      'Container monerod keeps ending (Error, exit code ?). Its log: kubectl logs nodes-1 -c monerod --previous',
    );
  });

  it('looks at what has to run first first', () => {
    const pod = podWith(waiting('PodInitializing'));
    const sidecar = { ...waiting('ErrImagePull', 'not found'), name: 'tor' };
    const before = { ...pod.status, initContainerStatuses: [sidecar] };
    const fields = { tor: "the operator's --tor-image" };
    expect(stuckContainer({ ...pod, status: before }, fields)).toBe(
      "Container tor: ErrImagePull, not found. Correct the operator's --tor-image; the change replaces this pod at once.",
    );
    // One that has ended well has done what it was there for.
    const ended = { name: 'prepare', state: { terminated: { exitCode: 0 } } };
    const done = { ...pod.status, initContainerStatuses: [ended] };
    expect(stuckContainer({ ...pod, status: done }, fields)).toBeUndefined();
  });

  it('passes on any other reason as it is', () => {
    expect(about(waiting('CreateContainerConfigError', 'no secret'))).toBe(
      'Container monerod: CreateContainerConfigError, no secret',
    );
  });
});
