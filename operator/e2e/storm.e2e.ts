import { ControlPlane, controlPlane } from './faults/ControlPlane';
import { bundle } from './faults/OperatorProcess';
import { StormBench } from './faults/storm';

/** Another one each time; the report names it, and STORM_SEED brings it again. */
const SEED = Number(process.env.STORM_SEED ?? Date.now() % 1e9);
const SECONDS = Number(process.env.STORM_SECONDS ?? 40);

describe('the operator behind a proxy that injects faults', () => {
  let plane: ControlPlane;
  let bench: StormBench;

  beforeAll(async () => {
    plane = await controlPlane();
    bench = await StormBench.open(plane, await bundle());
  });

  afterAll(async () => {
    await bench?.close();
    await plane?.release();
  });

  it('makes the world golden in fair weather, and then rests', async () => {
    await bench.converged();
    expect(bench.operator.isRunning).toBe(true);
    const { watches } = await bench.footprint();
    expect(watches).toBeGreaterThan(10);
  });

  it(`converges after a storm (STORM_SEED=${SEED}), and holds nothing more than before`, async () => {
    const report = await bench.weather(SEED, SECONDS);
    console.info(`seed ${SEED}: ${JSON.stringify(report)}`);
    expect(Object.keys(report.faults).sort()).toEqual(
      expect.arrayContaining([
        '410',
        '429',
        '500',
        '503',
        'cut',
        'silence',
        'slow',
        'twice',
      ]),
    );
    expect(Object.keys(report.eventFaults)).toEqual(
      expect.arrayContaining(['expired', 'cut', 'twice', 'replay', 'slow']),
    );
    // The same process, which never crashed.
    expect(bench.operator.isRunning).toBe(true);
    expect(report.after.watches).toBe(report.before.watches);
    expect(report.after.connections).toBeLessThanOrEqual(
      report.before.connections + 2,
    );
    expect(report.after.files).toBeLessThanOrEqual(report.before.files + 2);
    expect(report.after.heapBytes).toBeLessThan(
      report.before.heapBytes + 3 * 1024 * 1024,
    );
    expect(report.atRest).toEqual([]);
  });
});
