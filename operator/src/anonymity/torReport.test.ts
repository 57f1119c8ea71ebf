import { ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { AddressInfo, createServer, Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as exporter from 'monerod-exporter';
import { IDENTITY_DIR } from './containerParts';
import { ANONYMITY_PORTS } from './ports';
import {
  DESCRIPTOR_LIFETIME_SECONDS,
  ONION_PUBLISHED,
  REPORT_MAX_AGE_SECONDS,
  REPORTS_DIR,
} from './reports';
import { TOR_REPORT } from './torReport';

const CIRCUITS = [
  '250+circuit-status=',
  '4 BUILT $A~a,$B~b PURPOSE=HS_SERVICE_INTRO HS_STATE=HSSI_ESTABLISHED REND_QUERY=x',
  '5 BUILT $A~a,$C~c PURPOSE=HS_SERVICE_INTRO HS_STATE=HSSI_ESTABLISHED REND_QUERY=x',
  '6 EXTENDED $A~a PURPOSE=HS_SERVICE_INTRO HS_STATE=HSSI_CONNECTING REND_QUERY=x',
  '7 BUILT $A~a,$D~d PURPOSE=GENERAL',
  '.',
];

const phase = (percent: number) =>
  `250-status/bootstrap-phase=NOTICE BOOTSTRAP PROGRESS=${percent} TAG=x SUMMARY="X"`;

/** What tor answers to the question of the script. */
const answer = (lines: readonly string[]) =>
  [...lines, '250 OK'].map(line => `${line}\r\n`).join('');

const DONE = answer([
  phase(100),
  '250-status/circuit-established=1',
  ...CIRCUITS,
]);

const NO_CIRCUITS = answer([
  phase(100),
  '250-status/circuit-established=1',
  '250-circuit-status=',
]);

describe('the report of tor', () => {
  let folder: string;
  let server: Server;
  let heard: string;
  let status: string;
  let sockets: Socket[];
  let script: ChildProcess | undefined;

  const inFolder = (text: string) =>
    text
      .replaceAll(IDENTITY_DIR, folder)
      .replaceAll(REPORTS_DIR, folder)
      .replaceAll(
        `/${ANONYMITY_PORTS.torControl}`,
        `/${(server.address() as AddressInfo).port}`,
      );

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tor-report-'));
    await writeFile(join(folder, 'cookie'), Buffer.alloc(32, 0xab));
    heard = '';
    sockets = [];
    status = DONE;
    server = createServer(socket => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      socket.on('data', bytes => {
        for (const line of String(bytes).split('\r\n').filter(Boolean)) {
          heard += `${line}\n`;
          socket.write(line.startsWith('GETINFO') ? status : '250 OK\r\n');
        }
      });
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });

  afterEach(async () => {
    script?.kill('SIGKILL');
    sockets.forEach(each => each.destroy());
    await new Promise(resolve => {
      server.close(resolve);
    });
    await rm(folder, { recursive: true });
  });

  /** Runs what runs beside tor, in its own process, which ends with the test. */
  function start(): void {
    const text = inFolder(TOR_REPORT.join('\n')).replace(
      /watching &$/,
      'watching',
    );
    script = spawn('bash', ['-euc', text, 'tor'], { stdio: 'inherit' });
  }

  const read = () =>
    readFile(join(folder, 'tor'), 'utf8').catch(() => 'nothing');

  const aMoment = () =>
    new Promise(resolve => {
      setTimeout(resolve, 20);
    });

  async function reports(expected: RegExp): Promise<string> {
    for (;;) {
      const text = await read();
      if (expected.test(text)) return text;
      await aMoment();
    }
  }

  it('tells how far tor is and what leads to its service', async () => {
    start();
    const text = await reports(/introductions 2/);
    expect(text).toBe(
      'bootstrapped 100\ncircuits 1\nintroductions 2\nuploaded 0\n',
    );
    expect(heard.split('\n').slice(0, 3)).toEqual([
      `AUTHENTICATE ${'ab'.repeat(32)}`,
      'SETEVENTS HS_DESC',
      'GETINFO status/bootstrap-phase status/circuit-established circuit-status',
    ]);
  });

  it('notes when a directory takes the descriptor, and keeps that', async () => {
    start();
    await reports(/introductions 2/);
    const before = Math.floor(Date.now() / 1000);
    sockets[0].write('650 HS_DESC UPLOAD x UNKNOWN $A~a d HSDIR_INDEX=1\r\n');
    sockets[0].write('650 HS_DESC UPLOADED x UNKNOWN $A~a\r\n');
    const text = await reports(/uploaded [1-9]/);
    expect(Number(/uploaded (\d+)/.exec(text)?.[1])).toBeGreaterThanOrEqual(
      before,
    );
    sockets[0].write('650 HS_DESC FAILED x UNKNOWN $A~a d REASON=X\r\n');
    status = NO_CIRCUITS;
    expect(await reports(/introductions 0/)).toMatch(/uploaded [1-9]/);
  }, 15_000);

  it('is kept while tor never falls silent, as with a peer whose address nobody finds', async () => {
    start();
    await reports(/introductions 2/);
    status = NO_CIRCUITS;
    const lost = setInterval(
      () =>
        sockets[0].write(
          '650 HS_DESC FAILED x UNKNOWN $A~a d REASON=NOT_FOUND\r\n',
        ),
      500,
    );
    try {
      expect(await reports(/introductions 0/)).toMatch(/bootstrapped 100/);
    } finally {
      clearInterval(lost);
    }
  }, 15_000);

  it('goes on when tor hangs up', async () => {
    start();
    await reports(/introductions 2/);
    status = answer([
      phase(45),
      '250-status/circuit-established=0',
      '250-circuit-status=',
    ]);
    sockets[0].destroy();
    expect(await reports(/bootstrapped 45/)).toBe(
      'bootstrapped 45\ncircuits 0\nintroductions 0\nuploaded 0\n',
    );
  });

  it.each([400, 451, 599])(
    'takes circuit %i for a circuit, though an error would begin like it',
    async id => {
      status = answer([
        phase(100),
        '250-status/circuit-established=1',
        '250+circuit-status=',
        `${id} BUILT $A~a,$B~b PURPOSE=HS_SERVICE_INTRO HS_STATE=HSSI_ESTABLISHED REND_QUERY=x`,
        '.',
      ]);
      start();
      expect(await reports(/introductions/)).toMatch(/introductions 1/);
    },
  );

  it('asks anew when tor refuses to answer', async () => {
    status = '552 Unrecognized key "circuit-status"\r\n';
    start();
    while (heard.match(/AUTHENTICATE/g)?.length !== 2) await aMoment();
    expect(await read()).toBe('nothing');
    status = DONE;
    await reports(/introductions 2/);
  });

  it('is not that of the tor before', async () => {
    await writeFile(join(folder, 'tor'), 'uploaded 1\n');
    status = '';
    start();
    expect(await reports(/nothing/)).toBe('nothing');
  });

  it('is judged by the same numbers as in the exporter', () => {
    expect({ DESCRIPTOR_LIFETIME_SECONDS, REPORT_MAX_AGE_SECONDS }).toEqual({
      DESCRIPTOR_LIFETIME_SECONDS: exporter.DESCRIPTOR_LIFETIME_SECONDS,
      REPORT_MAX_AGE_SECONDS: exporter.REPORT_MAX_AGE_SECONDS,
    });
  });

  const now = () => Math.floor(Date.now() / 1000);

  it.each<[string, boolean, () => { text: string; age?: number }]>([
    [
      'is there',
      true,
      () => ({ text: `introductions 3\nuploaded ${now() - 60}\n` }),
    ],
    [
      'was never taken',
      false,
      () => ({ text: 'introductions 3\nuploaded 0\n' }),
    ],
    [
      'is forgotten',
      false,
      () => ({ text: `introductions 3\nuploaded ${now() - 3 * 3600}\n` }),
    ],
    [
      'leads nowhere',
      false,
      () => ({ text: `introductions 0\nuploaded ${now()}\n` }),
    ],
    [
      'was told of long ago',
      false,
      () => ({ text: `introductions 3\nuploaded ${now()}\n`, age: 40 }),
    ],
  ])('lets a probe know whether what it published %s', async (_, is, given) => {
    const { text, age = 0 } = given();
    const file = join(folder, 'tor');
    await writeFile(file, text);
    await utimes(file, now() - age, now() - age);
    const probe = promisify(execFile)('bash', [
      '-euc',
      inFolder(ONION_PUBLISHED),
    ]).then(
      () => true,
      () => false,
    );
    expect(await probe).toBe(is);
  });
});
