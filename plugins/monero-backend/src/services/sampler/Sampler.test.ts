import { podObject } from '../../testing/fakeKube';
import type { ObservedPod } from '../clusters';
import { observePod } from '../clusters/observed';
import { Sampler, type SamplerOptions } from './Sampler';

type Proxy = SamplerOptions['client']['podProxy'];

const pod = (name: string, uid?: string): ObservedPod => {
  const observed = observePod(podObject(name, { uid }));
  if (!observed) {
    throw new Error('not a pod of ours');
  }
  return observed;
};

const good: Proxy = async () => ({ status: 200, text: 'monero_info_height 9' });
/** Lets everything that is ready run. */
const settle = () => new Promise(resolve => setImmediate(resolve));

function setup(podProxy: Proxy, change: Partial<SamplerOptions> = {}) {
  let now = Date.parse('2026-03-01T12:00:00Z');
  const pods = [pod('web-0'), pod('web-1')];
  const asked: string[] = [];
  const controller = new AbortController();
  const sampler = new Sampler({
    client: {
      podProxy: (namespace, name, port, path, options) => {
        asked.push(`${namespace}/${name}:${port}${path}`);
        return podProxy(namespace, name, port, path, options);
      },
    },
    pods: () => pods,
    onSample: () => {},
    intervalMs: 5_000,
    concurrency: 8,
    now: () => now,
    random: () => 0.5,
    ...change,
  });
  return {
    sampler,
    pods,
    asked,
    controller,
    async tickAfter(ms: number) {
      now += ms;
      sampler.tick(controller.signal);
      await settle();
    },
  };
}

describe('Sampler', () => {
  it('asks each running pod once in an interval', async () => {
    const { sampler, pods, asked, tickAfter } = setup(good);
    await tickAfter(0);
    await tickAfter(1_000);
    expect(asked.sort()).toEqual([
      'monero/web-0:9000/metrics',
      'monero/web-1:9000/metrics',
    ]);
    expect(sampler.sampleOf(pods[0])).toMatchObject({
      height: 9,
      sampledAt: '2026-03-01T12:00:01.000Z',
    });
    await tickAfter(4_000);
    expect(asked).toHaveLength(2);
    await tickAfter(1_100);
    expect(asked).toHaveLength(4);
  });

  it('is not held up by a pod that hangs', async () => {
    const hanging: Proxy = (_, name, ...rest) =>
      name === 'web-0' ? new Promise(() => {}) : good(_, name, ...rest);
    const { sampler, pods, asked, tickAfter } = setup(hanging);
    await tickAfter(0);
    await tickAfter(1_000);
    await tickAfter(6_000);
    await tickAfter(6_000);
    expect(asked.filter(each => each.includes('web-0'))).toHaveLength(1);
    expect(asked.filter(each => each.includes('web-1'))).toHaveLength(3);
    expect(sampler.sampleOf(pods[0])).toEqual({});
    expect(sampler.sampleOf(pods[1])?.height).toBe(9);
  });

  it('never asks more pods at the same time than it may', async () => {
    let running = 0;
    let most = 0;
    const finish: (() => void)[] = [];
    const slow: Proxy = async () => {
      most = Math.max(most, ++running);
      await new Promise<void>(resolve => finish.push(resolve));
      running--;
      return { status: 200, text: '' };
    };
    const many = Array.from({ length: 20 }, (_, i) => pod(`web-${i}`));
    const { asked, tickAfter } = setup(slow, {
      pods: () => many,
      concurrency: 3,
    });
    await tickAfter(0);
    for (let round = 0; round < 20; round++) {
      await tickAfter(100);
      finish.splice(0).forEach(done => done());
      await settle();
    }
    expect(most).toBe(3);
    expect(new Set(asked).size).toBe(20);
  });

  it('looks at every pod within one tick, however few places there are', async () => {
    const many = Array.from({ length: 50 }, (_, i) => pod(`web-${i}`));
    const { asked, tickAfter } = setup(good, {
      pods: () => many,
      concurrency: 2,
    });
    await tickAfter(0);
    await tickAfter(1_000);
    for (let turn = 0; turn < 50; turn++) {
      await settle();
    }
    expect(new Set(asked).size).toBe(50);
  });

  it('looks at the others in time while most pods hang', async () => {
    const hangs = (name: string) => Number(name.slice(4)) < 40;
    const given = new Set<() => void>();
    const hanging: Proxy = (namespace, name, ...rest) =>
      hangs(name)
        ? new Promise((_, reject) =>
            given.add(() => reject(new Error('timed out'))),
          )
        : good(namespace, name, ...rest);
    const many = Array.from({ length: 50 }, (_, i) => pod(`web-${i}`));
    const { asked, tickAfter } = setup(hanging, {
      pods: () => many,
      concurrency: 8,
    });
    for (let second = 0; second < 120; second++) {
      await tickAfter(1_000);
      await settle();
      // The deadline of a scrape is eight seconds.
      if (second % 8 === 7) {
        given.forEach(give => give());
        given.clear();
        await settle();
      }
    }
    const ofTheOthers = asked.filter(each => !hangs(each.slice(7, -13)));
    // The first time nobody is known to hang; then every five seconds.
    expect(ofTheOthers.length / 10).toBeGreaterThan(12);
  });

  it('says why a pod does not answer, and asks it less and less often', async () => {
    const failing: Proxy = async () => ({ status: 503, text: 'no endpoints' });
    const { sampler, pods, asked, tickAfter } = setup(failing);
    await tickAfter(0);
    for (let second = 0; second < 600; second++) {
      await tickAfter(1_000);
    }
    expect(sampler.sampleOf(pods[0])).toMatchObject({
      failure: 'HTTP status 503',
      failedSince: '2026-03-01T12:00:01.000Z',
    });
    // 600 s / 5 s would be 120 times for each pod.
    expect(asked.length).toBeLessThan(2 * 20);
    expect(asked.length).toBeGreaterThan(2 * 10);
  });

  it('does not let a replaced pod inherit a sample, and forgets the old one', async () => {
    const { sampler, pods, tickAfter } = setup(good);
    await tickAfter(0);
    await tickAfter(1_000);
    const [old] = pods;
    pods[0] = pod('web-0', 'another');
    expect(sampler.sampleOf(pods[0])).toBeUndefined();
    await tickAfter(100);
    expect(sampler.sampleOf(old)).toBeUndefined();
  });

  it('asks at once when a pod becomes ready, or is so no more', async () => {
    const { pods, asked, tickAfter } = setup(good);
    await tickAfter(0);
    await tickAfter(1_000);
    const ready = (status: string) => ({
      ...pods[0],
      status: { ...pods[0].status, conditions: [{ type: 'Ready', status }] },
    });
    pods[0] = ready('True');
    await tickAfter(500);
    await tickAfter(500);
    expect(asked.filter(each => each.includes('web-0'))).toHaveLength(2);
    pods[0] = ready('False');
    await tickAfter(500);
    expect(asked.filter(each => each.includes('web-0'))).toHaveLength(3);
    expect(asked.filter(each => each.includes('web-1'))).toHaveLength(1);
  });

  it('leaves pods alone that do not run', async () => {
    const waiting = pod('web-0');
    waiting.status = { phase: 'Pending' };
    const { asked, tickAfter } = setup(good, { pods: () => [waiting] });
    await tickAfter(0);
    await tickAfter(2_000);
    expect(asked).toEqual([]);
  });

  it('gives each scrape a deadline, a bound and the signal', async () => {
    const seen: unknown[] = [];
    const { tickAfter, controller } = setup((...args) => {
      seen.push(args[4]);
      return good(...args);
    });
    await tickAfter(0);
    await tickAfter(1_000);
    expect(seen[0]).toEqual({
      timeoutMs: 8_000,
      maxBytes: 512 * 1024,
      signal: controller.signal,
    });
  });
});
