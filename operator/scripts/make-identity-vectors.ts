/**
 * Writes src/anonymity/__fixtures__/identities.json: keys that the real tor
 * and i2pd made by themselves, with the addresses that they show for them.
 * Nobody shall use these keys.
 *
 * Usage, as root: tsx scripts/make-identity-vectors.ts ROOT_WITH_TOR ROOT_WITH_I2PD
 * where each ROOT is an unpacked image of images/tor and images/i2pd.
 */
import { ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const COUNT = 4;
const DEADLINE_MS = 30_000;
const CONSOLE_PORT = 17770;

/** Runs a program inside a root file system while `work` needs it. */
async function inside<T>(
  root: string,
  command: string[],
  work: () => Promise<T>,
): Promise<T> {
  const child: ChildProcess = spawn('chroot', [root, ...command], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    return await work();
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}

/** Asks until there is an answer. */
async function eventually<T>(
  ask: () => Promise<T | undefined>,
  what: string,
): Promise<T> {
  const end = Date.now() + DEADLINE_MS;
  while (Date.now() < end) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined) return answer;
    await sleep(100);
  }
  throw new Error(`No ${what} within ${DEADLINE_MS} ms.`);
}

const base64 = async (path: string) =>
  (await readFile(path)).toString('base64');

async function onions(root: string) {
  const data = await mkdtemp(join(root, 'tmp', 'tor-'));
  const seen = data.slice(root.length);
  const services = Array.from({ length: COUNT }, (_, i) => [
    'HiddenServiceDir',
    `${seen}/hs${i}`,
    'HiddenServicePort',
    '80 127.0.0.1:80',
  ]).flat();
  try {
    return await inside(
      root,
      [
        ...['tor', '--ignore-missing-torrc', '-f', 'none', '--hush'],
        ...['--DataDirectory', `${seen}/data`, '--SocksPort', '0'],
        ...['--DisableNetwork', '1', ...services],
      ],
      async () => {
        const all = [];
        for (let i = 0; i < COUNT; i += 1) {
          const folder = join(data, `hs${i}`);
          const hostname = await eventually(
            async () =>
              (await readFile(join(folder, 'hostname'), 'utf8')) || undefined,
            'onion address',
          );
          all.push({
            secretKey: await base64(join(folder, 'hs_ed25519_secret_key')),
            publicKey: await base64(join(folder, 'hs_ed25519_public_key')),
            hostname,
          });
        }
        return all;
      },
    );
  } finally {
    await rm(data, { recursive: true });
  }
}

async function garlics(root: string) {
  const data = await mkdtemp(join(root, 'tmp', 'i2pd-'));
  const seen = data.slice(root.length);
  const tunnels = Array.from(
    { length: COUNT },
    (_, i) =>
      `[t${i}]\ntype = server\nhost = 127.0.0.1\nport = ${
        18000 + i
      }\nkeys = t${i}.dat\n`,
  );
  await mkdir(join(data, 'data'));
  await writeFile(join(data, 'tunnels.conf'), tunnels.join('\n'));
  const off = ['httpproxy', 'socksproxy', 'sam', 'upnp'].map(
    each => `--${each}.enabled=false`,
  );
  try {
    return await inside(
      root,
      [
        ...['i2pd', `--datadir=${seen}/data`, `--tunconf=${seen}/tunnels.conf`],
        ...[
          '--log=stdout',
          '--reseed.urls=https://127.0.0.1:1/',
          '--reseed.threshold=0',
          ...off,
        ],
        ...['--http.enabled=true', `--http.port=${CONSOLE_PORT}`],
        // It needs a transport; nobody is there to speak to.
        ...[
          '--ntcp2.enabled=true',
          '--ssu2.enabled=false',
          '--nettime.enabled=false',
        ],
        ...['--host=127.0.0.1', '--address4=127.0.0.1', '--port=17771'],
      ],
      async () => {
        const page = await eventually(async () => {
          // Not fetch: i2pd looks for "Host" with a capital letter.
          const { stdout: text } = await promisify(execFile)('curl', [
            ...['-s', '-m', '5'],
            `http://127.0.0.1:${CONSOLE_PORT}/?page=i2p_tunnels`,
          ]);
          return (text.match(/b32\.i2p/g)?.length ?? 0) >= COUNT
            ? text
            : undefined;
        }, 'I2P addresses');
        const files = await readdir(join(data, 'data'));
        return Promise.all(
          Array.from({ length: COUNT }, async (_, i) => ({
            file: await base64(
              join(
                data,
                'data',
                files.find(each => each === `t${i}.dat`) ?? '',
              ),
            ),
            address: addressOf(page, `t${i}`),
          })),
        );
      },
    );
  } finally {
    await rm(data, { recursive: true });
  }
}

/** The console's line `t0</a> ⇒ ADDRESS.b32.i2p:18000`, whatever markup stands between. */
function addressOf(page: string, tunnel: string): string {
  const found = new RegExp(
    `>${tunnel}<.{0,80}?([a-z2-7]{52}\\.b32\\.i2p)`,
    's',
  ).exec(page);
  if (!found) throw new Error(`i2pd's console shows no address of ${tunnel}.`);
  return found[1];
}

async function main() {
  const [torRoot, i2pdRoot] = process.argv.slice(2);
  if (!torRoot || !i2pdRoot) {
    throw new Error(
      'Usage: make-identity-vectors ROOT_WITH_TOR ROOT_WITH_I2PD',
    );
  }
  const vectors = {
    onions: await onions(torRoot),
    garlics: await garlics(i2pdRoot),
  };
  await writeFile(
    join(__dirname, '../src/anonymity/__fixtures__/identities.json'),
    `${JSON.stringify(vectors, null, 2)}\n`,
  );
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
