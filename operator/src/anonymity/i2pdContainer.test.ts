import { execFile } from 'node:child_process';
import {
  access,
  mkdtemp,
  readFile,
  rm,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { AddressInfo, createServer, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { IDENTITY_DIR, KEY_DIR, STATE_DIR } from './containerParts';
import { I2PD_SCRIPTS } from './i2pdContainer';
import { ENTRIES } from './identities';
import { ANONYMITY_PORTS } from './ports';
import { REPORTS_DIR } from './reports';

const FAILS = { code: 1 };

describe('the probes of i2pd', () => {
  let folder: string;
  let socks: Server;
  let port: number;
  let hangs: boolean;

  const run = (script: string) =>
    promisify(execFile)('bash', [
      '-euc',
      script
        .replaceAll(IDENTITY_DIR, folder)
        .replaceAll(`/${ANONYMITY_PORTS.i2pSocks}`, `/${port}`),
      'i2pd',
    ]);
  const started = () => run(I2PD_SCRIPTS.started);
  const alive = () => run(I2PD_SCRIPTS.alive);
  const answers = () =>
    new Promise<void>(resolve => {
      socks.listen(port, '127.0.0.1', resolve);
    });
  const isSilent = () =>
    new Promise(resolve => {
      socks.close(resolve);
    });
  /** i2pd was started so many seconds ago. */
  const age = async (seconds: number) => {
    const at = Date.now() / 1000 - seconds;
    await utimes(join(folder, 'tunnels.conf'), at, at);
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'i2pd-probe-'));
    await writeFile(join(folder, 'tunnels.conf'), '');
    hangs = false;
    socks = createServer(socket => {
      socket.on('error', () => undefined);
      socket.on('data', () => {
        if (!hangs) socket.write('\x05\x00');
      });
    });
    port = 0;
    await answers();
    ({ port } = socks.address() as AddressInfo);
    await isSilent();
  });

  afterEach(async () => {
    if (socks.listening) await isSilent();
    await rm(folder, { recursive: true });
  });

  it('let monerod start as soon as i2pd answers', async () => {
    await expect(started()).rejects.toMatchObject(FAILS);
    await answers();
    await started();
  });

  it('let monerod start after a minute without an answer', async () => {
    await age(58);
    await expect(started()).rejects.toMatchObject(FAILS);
    await age(61);
    await started();
  });

  it('leave an i2pd alone that still asks for its first routers, for half an hour', async () => {
    await age(61);
    await started();
    await alive();
    await age(29 * 60);
    await alive();
    await age(31 * 60);
    await expect(alive()).rejects.toMatchObject(FAILS);
  });

  it.each([
    ['as it started', started],
    ['later', alive],
  ])(
    'end an i2pd that has answered %s, and does not any more',
    async (_, probe) => {
      await age(61);
      await answers();
      await probe();
      await isSilent();
      await expect(alive()).rejects.toMatchObject(FAILS);
    },
  );

  it('end an i2pd that has hung: it takes connections, and answers nobody', async () => {
    await answers();
    await alive();
    hangs = true;
    await expect(alive()).rejects.toMatchObject(FAILS);
  });

  it('begin anew with each start', async () => {
    await writeFile(join(folder, 'answered'), '');
    await age(3600);
    // Everything but the program itself and what watches it.
    const [setUp] = I2PD_SCRIPTS.start.split('\nreport() ');
    const script = setUp
      .replaceAll(KEY_DIR, folder)
      .replaceAll(STATE_DIR, join(folder, 'state'))
      .replaceAll(REPORTS_DIR, folder);
    await writeFile(join(folder, ENTRIES.i2pKeys), 'keys');
    await run(script);
    await expect(access(join(folder, 'answered'))).rejects.toMatchObject({
      code: 'ENOENT',
    });
    expect(await readFile(join(folder, 'tunnels.conf'), 'utf8')).toContain(
      'type = server',
    );
    await expect(started()).rejects.toMatchObject(FAILS);
    await alive();
  });
});
