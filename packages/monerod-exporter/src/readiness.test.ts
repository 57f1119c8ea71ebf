import { DaemonInfo, MonerodError } from 'monerod-client';
import { INFO } from './__testUtils__/fakeDaemon';
import { createInfoSource } from './infoSource';
import { checkReadiness, MAX_AGE_MS, PROBE_WAIT_MS } from './readiness';

/** A daemon whose answers come when the test says so, on a clock of its own. */
function setUp() {
  const questions: {
    answer(info: DaemonInfo): void;
    fail(error: Error): void;
  }[] = [];
  const now = () => performance.now();
  const source = createInfoSource(
    () => new Promise((answer, fail) => questions.push({ answer, fail })),
    now,
  );
  const probe = async (afterMs = 0) => {
    const verdict = checkReadiness(source, now);
    await jest.advanceTimersByTimeAsync(afterMs);
    return verdict;
  };
  /** Probes, and answers at once. */
  const probeAnswered = async (info = INFO) => {
    const verdict = checkReadiness(source, now);
    questions.at(-1)?.answer(info);
    return verdict;
  };
  return {
    questions,
    probe,
    probeAnswered,
    check: () => checkReadiness(source, now),
  };
}

describe('checkReadiness', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is ready when the node is in sync', async () => {
    await expect(setUp().probeAnswered()).resolves.toEqual({
      ready: true,
      reason: 'in sync at height 1000',
    });
  });

  it('says how far the node is behind', async () => {
    await expect(
      setUp().probeAnswered({ ...INFO, targetHeight: 1184 }),
    ).resolves.toEqual({ ready: false, reason: '184 blocks behind' });
  });

  it.each<[string, Error, string]>([
    [
      'a daemon that is not there',
      new MonerodError(
        'Unreachable',
        'get_info: no answer from http://127.0.0.1:18081: ECONNREFUSED',
      ),
      'monerod does not answer: it is starting, stopped or not there (get_info: no answer from http://127.0.0.1:18081: ECONNREFUSED)',
    ],
    [
      'a daemon with a login',
      new MonerodError('Unauthorized', 'get_info: 401'),
      'monerod wants a login: set RPC_LOGIN=username:password (get_info: 401)',
    ],
    [
      'an answer that makes no sense',
      new MonerodError(
        'InvalidResponse',
        'get_info.height: expected an integer',
      ),
      'get_info.height: expected an integer',
    ],
  ])('explains %s', async (_sentence, error, reason) => {
    const { questions, probe } = setUp();
    const verdict = probe();
    questions[0].fail(error);
    await expect(verdict).resolves.toEqual({ ready: false, reason });
  });

  it('answers in time when the daemon does not, and says for how long', async () => {
    const { probe } = setUp();
    await expect(probe(PROBE_WAIT_MS)).resolves.toEqual({
      ready: false,
      reason: 'monerod has not answered for 2 s',
    });
    await jest.advanceTimersByTimeAsync(10_000);
    await expect(probe(PROBE_WAIT_MS)).resolves.toEqual({
      ready: false,
      reason: 'monerod has not answered for 13 s',
    });
  });

  it('asks a slow daemon one question at a time, however many probe', async () => {
    const { questions, check } = setUp();
    const probes = Promise.all(Array.from({ length: 50 }, check));
    await jest.advanceTimersByTimeAsync(PROBE_WAIT_MS);
    await probes;
    expect(questions).toHaveLength(1);
  });

  it('bridges a short silence with the last answer, but never a long one', async () => {
    const { probe, probeAnswered } = setUp();
    await probeAnswered();
    const answeredAtMs = performance.now();
    await expect(probe(PROBE_WAIT_MS)).resolves.toMatchObject({ ready: true });
    await expect(probe(PROBE_WAIT_MS)).resolves.toMatchObject({ ready: true });
    await expect(probe(PROBE_WAIT_MS)).resolves.toMatchObject({ ready: true });
    await expect(probe(PROBE_WAIT_MS)).resolves.toEqual({
      ready: false,
      reason: 'monerod has not answered for 6 s',
    });
    expect(performance.now() - answeredAtMs).toBe(4 * PROBE_WAIT_MS);
  });

  it('does not count an answer that took too long, as it may be as old as its question', async () => {
    const { questions, probe, check } = setUp();
    await probe(PROBE_WAIT_MS);
    await jest.advanceTimersByTimeAsync(MAX_AGE_MS);
    const verdict = check();
    questions[0].answer(INFO);
    await expect(verdict).resolves.toEqual({
      ready: false,
      reason: 'monerod took 7 s to answer: too long to be of use',
    });
  });

  it('does not bridge with an answer that took too long', async () => {
    const { questions, probe } = setUp();
    await probe(PROBE_WAIT_MS);
    await jest.advanceTimersByTimeAsync(MAX_AGE_MS);
    questions[0].answer(INFO);
    await jest.advanceTimersByTimeAsync(0);
    await expect(probe(PROBE_WAIT_MS)).resolves.toEqual({
      ready: false,
      reason: 'monerod has not answered for 2 s',
    });
  });

  it('is ready again with the first good answer', async () => {
    const { questions, probe, probeAnswered } = setUp();
    const verdict = probe();
    questions[0].fail(new MonerodError('Unreachable', 'gone'));
    await expect(verdict).resolves.toMatchObject({ ready: false });
    await expect(probeAnswered()).resolves.toMatchObject({ ready: true });
  });
});
