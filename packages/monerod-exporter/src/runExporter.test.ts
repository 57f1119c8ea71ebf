import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { HELP, UsageError } from './args';
import { runExporter } from './runExporter';

/** Starts the command; `url` comes once it listens. */
function run(argv: string[], env: Record<string, string> = {}) {
  const stop = new AbortController();
  const lines: string[] = [];
  let onListening = (_url: string) => {};
  const url = new Promise<string>(resolve => {
    onListening = resolve;
  });
  const done = runExporter(argv, {
    env,
    signal: stop.signal,
    print: line => lines.push(line),
    onListening,
  });
  return { stop, lines, url, done };
}

describe('runExporter', () => {
  it('serves until it is told to stop', async () => {
    const { stop, lines, url, done } = run([
      '--listen=127.0.0.1:0',
      '--daemon-url=http://127.0.0.1:9',
    ]);
    const address = await url;
    expect((await fetch(`${address}/livez`)).status).toBe(200);
    const readyz = await fetch(`${address}/readyz`);
    expect(readyz.status).toBe(503);
    expect(await readyz.text()).toMatch(/^monerod does not answer: /);
    stop.abort();
    await done;
    expect(lines[0]).toBe(`serving http://127.0.0.1:9 on ${address}`);
    await expect(fetch(`${address}/livez`)).rejects.toThrow('fetch failed');
  });

  it('stops while the daemon keeps it waiting', async () => {
    const silent = createServer(socket => socket.on('error', () => undefined));
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const asked = once(silent, 'connection');
    const { stop, url, done } = run([
      '--listen=127.0.0.1:0',
      `--daemon-url=http://127.0.0.1:${port}`,
    ]);
    const answer = fetch(`${await url}/readyz`);
    await asked;
    stop.abort();
    expect((await answer).status).toBe(503);
    await done;
    silent.close();
  });

  it('prints its help and ends', async () => {
    const { lines, done } = run(['--help']);
    await done;
    expect(lines).toEqual([HELP]);
  });

  it.each<[string[], Record<string, string>, string]>([
    [
      ['--daemon-url=monerod'],
      {},
      '--daemon-url: "monerod" is not an http or https URL such as http://127.0.0.1:18081',
    ],
    [
      ['--miner-url=xmrig'],
      {},
      '--miner-url: "xmrig" is not an http or https URL such as http://127.0.0.1:18088',
    ],
    [
      [],
      { RPC_LOGIN: 's3cret' },
      'RPC_LOGIN: is not of the form username:password',
    ],
    [
      [],
      { RPC_LOGIN: 'a"b:c' },
      'RPC_LOGIN: the user name must not hold quotes, backslashes or control characters',
    ],
  ])('refuses %j with %j', async (argv, env, message) => {
    await expect(run(argv, env).done).rejects.toThrow(new UsageError(message));
  });

  it('says which address it cannot have', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    await expect(run([`--listen=127.0.0.1:${port}`]).done).rejects.toThrow(
      `listen EADDRINUSE: address already in use 127.0.0.1:${port}`,
    );
    taken.close();
  });
});
