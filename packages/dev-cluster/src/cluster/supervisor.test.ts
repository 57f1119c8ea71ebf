import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSupervisor, type Program } from './supervisor';

describe('createSupervisor', () => {
  let dir: string;
  let stop: AbortController;
  let restarts: string[];

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'supervisor-'));
    stop = new AbortController();
    restarts = [];
  });
  afterEach(async () => {
    stop.abort();
    await rm(dir, { recursive: true, force: true });
  });

  const supervisor = () =>
    createSupervisor({
      logsDir: join(dir, 'logs'),
      wrap: ([file, ...args]) => ({ file, args }),
      onRestart: (name, how) => restarts.push(`${name} ${how}`),
      signal: stop.signal,
    });
  const exists = (name: string) => () =>
    stat(join(dir, name)).then(
      () => true,
      () => false,
    );
  const script = (text: string, changes: Partial<Program> = {}): Program => ({
    name: 'program',
    argv: ['sh', '-c', text],
    isReady: exists('ready'),
    readyTimeoutMs: 10_000,
    ...changes,
  });

  it('waits for readiness, not for the start alone', async () => {
    await supervisor().start(
      script(`sleep 0.1; touch ${dir}/ready; exec sleep 2`),
    );
    expect(await exists('ready')()).toBe(true);
    expect(restarts).toEqual([]);
  });

  it('runs a program again that ended, and says how it ended', async () => {
    // The first time it ends, the second time it becomes ready.
    const text = `if [ -e ${dir}/first ]; then touch ${dir}/ready; exec sleep 2; fi; touch ${dir}/first; kill -9 $$`;
    await supervisor().start(script(text));
    expect(restarts).toEqual(['program SIGKILL']);
  });

  it('gives up on a program that never gets ready, with the end of its log', async () => {
    const starting = supervisor().start(script('echo bad flag; exit 2'));
    await expect(starting).rejects.toMatchObject({
      code: 'StartFailed',
      message: expect.stringMatching(
        /^program ended 5 times \(exit code 2\)\. The end of .*program\.log:\nbad flag/,
      ),
    });
  });

  it('gives up at the deadline', async () => {
    const starting = supervisor().start(
      script('exec sleep 2', { readyTimeoutMs: 20 }),
    );
    await expect(starting).rejects.toThrow('was not ready after 0.02 s');
  });

  it('stops waiting when stopped', async () => {
    const running = supervisor();
    const starting = running.start(script('exec sleep 2'));
    running.stop();
    await expect(starting).rejects.toMatchObject({ code: 'Aborted' });
  });

  it('keeps the log of the run before', async () => {
    const run = script(`echo one; touch ${dir}/ready; exec sleep 2`);
    await supervisor().start(run);
    await supervisor().start(run);
    const previous = join(dir, 'logs', 'program.log.1');
    expect(await readFile(previous, 'utf8')).toBe('one\n');
  });
});
