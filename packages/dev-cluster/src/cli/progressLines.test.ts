import { progressLines } from './progressLines';

function written(isTTY: boolean) {
  let text = '';
  const out = {
    isTTY,
    columns: 40,
    write: (part: string) => {
      text += part;
    },
  };
  return { listener: progressLines(out), text: () => text };
}

const build = { step: 'Build', elapsedMs: 61_000 };

describe('progressLines', () => {
  it('writes lines to a file, and leaves out what changes quickly', () => {
    const { listener, text } = written(false);
    listener({ ...build, state: 'started', elapsedMs: 0 });
    for (let i = 0; i < 100; i++) {
      listener({ ...build, state: 'progress', detail: `${i} packages` });
    }
    listener({ ...build, state: 'done' });
    expect(text()).toBe('  ...   Build (0 s)\n  done  Build (1 min 01 s)\n');
  });

  it('overwrites the present state on a terminal, within one line', () => {
    const { listener, text } = written(true);
    listener({ ...build, state: 'started', detail: 'x'.repeat(100) });
    expect(text()).toBe(`\r\u001b[2K  ...   Build: ${'x'.repeat(24)}`);
  });

  it('always tells of a restart', () => {
    const { listener, text } = written(false);
    const restart = { step: 'Restart etcd', elapsedMs: 5000 };
    listener({ ...build, state: 'started', elapsedMs: 0 });
    listener({ ...restart, state: 'progress', detail: 'it ended: SIGKILL' });
    expect(text()).toContain('Restart etcd: it ended: SIGKILL (5 s)\n');
  });
});
