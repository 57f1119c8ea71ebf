import { ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import identities from './__fixtures__/identities.json';
import { i2pdReport } from './i2pdReport';
import { ANONYMITY_PORTS } from './ports';
import { REPORTS_DIR } from './reports';

const [{ file, address }] = identities.garlics;

const MAIN = `<div class="content"><b>Uptime:</b> 1 minute<br>
<b>Tunnel creation success rate:</b> 37%<br>
<b>Router Ident:</b> x<br>
<b>Routers:</b> 812 <b>Floodfills:</b> 3 <b>LeaseSets:</b> 0<br>
<b>Client Tunnels:</b> 35 <b>Transit Tunnels:</b> 3<br>`;

const tunnel = (state: string) =>
  `<div class="listitem">&#8658; 1:me<span class="tunnel ${state}"> ${state}</span>, 1 KiB\r\n</div>\r\n`;

const destination = (inbound: string[], outbound: string[]) =>
  `<b>Inbound tunnels:</b><br>\r\n<div class="list">\r\n${inbound
    .map(tunnel)
    .join('')}<br>\r\n<b>Outbound tunnels:</b><br>\r\n${outbound
    .map(tunnel)
    .join('')}<br>`;

describe('the report of i2pd', () => {
  let folder: string;
  let server: Server;
  let asked: string[];
  let passwords: Set<string>;
  let pages: Record<string, string>;
  let script: ChildProcess | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'i2pd-report-'));
    await writeFile(join(folder, 'keys'), Buffer.from(file, 'base64'));
    asked = [];
    passwords = new Set();
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      passwords.add(request.headers.authorization ?? '');
      const page = pages[request.url?.includes('page=') ? 'service' : 'main'];
      response.writeHead(page ? 200 : 401).end(page);
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const text = i2pdReport(join(folder, 'keys'))
      .join('\n')
      .replaceAll(REPORTS_DIR, folder)
      .replaceAll(`${ANONYMITY_PORTS.i2pConsole}`, `${port}`)
      .replace(/sleep \d/g, 'sleep 0.1')
      .replace(/watching &$/, 'watching');
    script = spawn('bash', ['-euc', text, 'i2pd'], { stdio: 'inherit' });
  });

  afterEach(async () => {
    script?.kill('SIGKILL');
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
    await rm(folder, { recursive: true });
  });

  async function reports(expected: RegExp): Promise<string> {
    for (;;) {
      const text = await readFile(join(folder, 'i2pd'), 'utf8').catch(() => '');
      if (expected.test(text)) return text;
      await new Promise(resolve => {
        setTimeout(resolve, 20);
      });
    }
  }

  it('counts the tunnels of its address that work', async () => {
    pages = {
      main: MAIN,
      service: destination(
        ['established', 'building', 'established', 'expiring'],
        ['failed', 'established'],
      ),
    };
    expect(await reports(/outbound/)).toBe(
      'routers 812\nsuccess 37\ninbound 2\noutbound 1\n',
    );
    expect(new Set(asked)).toEqual(
      new Set([
        '/',
        `/?page=local_destination&b32=${address.replace('.b32.i2p', '')}`,
      ]),
    );
    const [only] = passwords;
    expect(passwords.size).toBe(1);
    expect(
      Buffer.from(only.replace('Basic ', ''), 'base64').toString(),
    ).toMatch(/^i2pd:[0-9a-f]{32}$/);
  });

  it('tells nothing while the console does not show the address', async () => {
    pages = { main: MAIN, service: '<b>Local Destination:</b>' };
    await new Promise<void>(resolve => {
      server.on('request', () => asked.length > 4 && resolve());
    });
    expect(await reports(/^$/)).toBe('');
    pages.service = destination([], []);
    expect(await reports(/inbound 0/)).toContain('outbound 0');
  });

  it('leaves out numbers that are not shown', async () => {
    pages = { main: '<b>Uptime:</b>', service: destination([], []) };
    expect(await reports(/inbound/)).toBe('\ninbound 0\noutbound 0\n');
  });
});
