import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { AddressInfo, createServer, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { IDENTITY_DIR } from './containerParts';
import { ANONYMITY_PORTS } from './ports';
import { aliveAndRelaying } from './torContainer';

const EXPORTER_PORT = 9000;

/** Listens on loopback, keeps what it is told, and answers it. */
async function listener(answer: (heard: string) => string | undefined) {
  const heard: string[] = [];
  const open = new Set<Socket>();
  const server = createServer(socket => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
    socket.on('data', bytes => {
      heard.push(String(bytes));
      // bash writes line by line.
      const said = answer(heard.join(''));
      if (said !== undefined) socket.end(said);
    });
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    heard,
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise<void>(resolve => {
        open.forEach(socket => socket.destroy());
        server.close(() => resolve());
      }),
  };
}

describe('the probe of a tor whose node hands transactions on', () => {
  let folder: string;
  let verdict: string | undefined;
  let hangs: boolean;
  let servers: Awaited<ReturnType<typeof listener>>[];
  let asked: () => string;
  let probe: () => Promise<unknown>;

  beforeEach(async () => {
    hangs = false;
    folder = await mkdtemp(join(tmpdir(), 'tor-probe-'));
    await writeFile(join(folder, 'cookie'), Buffer.alloc(32, 0xab));
    servers = await Promise.all([
      listener(heard =>
        heard.endsWith('\x05\x01\x00') && !hangs ? '\x05\x00' : undefined,
      ),
      listener(heard =>
        heard.endsWith('QUIT\r\n') ? '250 closing connection\r\n' : undefined,
      ),
      listener(heard => (heard.endsWith('\r\n\r\n') ? verdict : undefined)),
    ]);
    const [socks, control, exporter] = servers;
    const script = aliveAndRelaying(EXPORTER_PORT)
      .replaceAll(IDENTITY_DIR, folder)
      .replaceAll(`/${ANONYMITY_PORTS.torSocks}`, `/${socks.port}`)
      .replaceAll(`/${ANONYMITY_PORTS.torControl}`, `/${control.port}`)
      .replaceAll(`/${EXPORTER_PORT}`, `/${exporter.port}`);
    asked = () => control.heard.join('');
    probe = () => promisify(execFile)('bash', ['-euc', script, 'tor']);
  });

  afterEach(async () => {
    await Promise.all(servers.map(each => each.close()));
    await rm(folder, { recursive: true });
  });

  const NOBODY = 'HTTP/1.1 503 Service Unavailable\r\n\r\n';
  const SOMEBODY = 'HTTP/1.1 200 OK\r\n\r\n';

  it('asks for new circuits when there was no peer twice in a row', async () => {
    verdict = NOBODY;
    await probe();
    expect(asked()).toBe('');
    await probe();
    expect(asked()).toBe(
      `AUTHENTICATE ${'ab'.repeat(32)}\r\nSIGNAL NEWNYM\r\nQUIT\r\n`,
    );
    // The next attempt has its time too.
    await probe();
    expect(asked().match(/NEWNYM/g)).toHaveLength(1);
  });

  it('gives up no circuits for a peer that was away once', async () => {
    verdict = NOBODY;
    await probe();
    verdict = SOMEBODY;
    await probe();
    verdict = NOBODY;
    await probe();
    expect(asked()).toBe('');
  });

  it.each([
    ['is silent', undefined],
    ['knows nothing of it', 'HTTP/1.1 404 Not Found\r\n\r\n'],
  ])(
    'leaves tor alone when the exporter %s',
    async (_what, answer) => {
      verdict = answer;
      await probe();
      await probe();
      expect(asked()).toBe('');
    },
    20_000,
  );

  it('fails when tor has hung: it takes connections, and answers nobody', async () => {
    verdict = SOMEBODY;
    hangs = true;
    await expect(probe()).rejects.toMatchObject({ code: 1 });
  });

  it('fails when tor does not answer', async () => {
    verdict = SOMEBODY;
    await servers[0].close();
    await expect(probe()).rejects.toMatchObject({ code: 1 });
  });
});
