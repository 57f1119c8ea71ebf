import { LagService } from './LagService';

const NOW = Date.parse('2026-03-01T12:10:20Z');
const PLACE = { cluster: 'dev', namespace: 'monero' };
const seconds = (time: string) => Date.parse(time) / 1000;

function setup() {
  let now = NOW;
  const worst = jest.fn();
  worst.mockResolvedValue([]);
  const lags = new LagService({ store: { worst }, now: () => now });
  /** What a step has that begins then. */
  const answer = (begins: string, byPod: Record<string, number>) => {
    const before = worst.getMockImplementation();
    worst.mockImplementation(async (from: number, to: number) =>
      from === seconds(begins)
        ? Object.entries(byPod).map(([pod, blocksBehind]) => ({
            ...PLACE,
            pod,
            blocksBehind,
          }))
        : before?.(from, to),
    );
  };
  return {
    worst,
    lags,
    answer,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('LagService', () => {
  it('tells the worst node of a set in each half hour of the last day', async () => {
    const { lags, answer } = setup();
    answer('2026-03-01T11:00:00Z', { 'web-0': 3, 'web-1': 184, 'other-0': 9 });
    answer('2026-03-01T12:00:00Z', { 'web-0': 0, 'web-11': 0 });
    const { from, stepSeconds, worstOf } = await lags.read();
    expect(from).toBe(seconds('2026-02-28T12:30:00Z'));
    expect(stepSeconds).toBe(1800);
    const values = worstOf(PLACE, ['web']);
    expect(values).toHaveLength(48);
    expect(values?.slice(-4)).toEqual([null, 184, null, 0]);
  });

  it('tells the worst of several sets, and nothing of those never measured', async () => {
    const { lags, answer } = setup();
    answer('2026-03-01T12:00:00Z', { 'lab-0-0': 2, 'lab-1-0': 7 });
    const { worstOf } = await lags.read();
    expect(worstOf(PLACE, ['lab-0', 'lab-1', 'lab-2'])?.at(-1)).toBe(7);
    expect(worstOf(PLACE, ['lab'])).toBeUndefined();
    expect(worstOf({ ...PLACE, cluster: 'prod' }, ['lab-0'])).toBeUndefined();
  });

  it('reads what is over once, and what goes on once a minute', async () => {
    const { worst, lags, pass } = setup();
    await Promise.all([lags.read(), lags.read()]);
    expect(worst).toHaveBeenCalledTimes(48);
    pass(30_000);
    await lags.read();
    expect(worst).toHaveBeenCalledTimes(48);
    pass(30_000);
    await lags.read();
    expect(worst).toHaveBeenCalledTimes(49);
    expect(worst).toHaveBeenLastCalledWith(
      seconds('2026-03-01T12:00:00Z'),
      seconds('2026-03-01T12:30:00Z'),
    );
  });

  it('reads a step again after its end, for what was written last, and forgets what is long ago', async () => {
    const { worst, lags, pass } = setup();
    await lags.read();
    pass(30 * 60_000);
    worst.mockClear();
    const { from } = await lags.read();
    expect(from).toBe(seconds('2026-02-28T13:00:00Z'));
    expect(worst.mock.calls.map(([begin]) => begin)).toEqual([
      seconds('2026-03-01T12:00:00Z'),
      seconds('2026-03-01T12:30:00Z'),
    ]);
    pass(24 * 3600_000);
    worst.mockClear();
    await lags.read();
    expect(worst).toHaveBeenCalledTimes(48);
  });

  it('ends with the half hour before while nothing of this one can be written', async () => {
    const { lags, pass } = setup();
    pass(20 * 60_000 - 1_000);
    expect((await lags.read()).from).toBe(seconds('2026-02-28T12:30:00Z'));
  });

  it('fails when the store does, and asks again the next time', async () => {
    const { worst, lags } = setup();
    worst.mockRejectedValueOnce(new Error('the database is away'));
    await expect(lags.read()).rejects.toThrow('the database is away');
    await expect(lags.read()).resolves.toMatchObject({ stepSeconds: 1800 });
  });
});
