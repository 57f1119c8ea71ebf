import { awaitName } from './awaitName';
import { runExporter } from './runExporter';

const NAME = 'lab-rpc.default.svc';

/** A resolver that knows the name at its `at`-th question. */
function knownAt(at: number) {
  let asked = 0;
  return {
    asked: () => asked,
    resolve: async () => {
      asked += 1;
      if (asked < at) throw new Error(`getaddrinfo ENOTFOUND ${NAME}`);
      return { address: '10.96.0.7' };
    },
  };
}

describe('awaitName', () => {
  it('asks until the name resolves, and tells the wait once', async () => {
    const { asked, resolve } = knownAt(4);
    const lines: string[] = [];
    const pauses: number[] = [];
    await awaitName(NAME, {
      signal: new AbortController().signal,
      print: line => lines.push(line),
      resolve,
      pause: async ms => pauses.push(ms),
    });
    expect(asked()).toBe(4);
    expect(pauses).toEqual([500, 500, 500]);
    expect(lines).toEqual([
      `${NAME} does not resolve yet: getaddrinfo ENOTFOUND ${NAME}`,
      `${NAME} is 10.96.0.7`,
    ]);
  });

  it('ends when it is told to stop', async () => {
    const stop = new AbortController();
    const { asked, resolve } = knownAt(Infinity);
    const waiting = awaitName(NAME, {
      signal: stop.signal,
      print: () => stop.abort(),
      resolve,
    });
    await waiting;
    expect(asked()).toBe(1);
  });

  it('is a command of the exporter, which then serves nothing', async () => {
    const lines: string[] = [];
    await runExporter(['--await-name=localhost'], {
      env: {},
      signal: new AbortController().signal,
      print: line => lines.push(line),
    });
    expect(lines).toEqual([
      expect.stringMatching(/^localhost is (127\.0\.0\.1|::1)$/),
    ]);
  });
});
