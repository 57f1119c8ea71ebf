import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fakeDaemon } from '../__testUtils__/fakeDaemon';
import { MINING } from '../__testUtils__/xmrigSummary';
import { anonymityCollector } from '../anonymity/anonymityCollector';
import { createBlockFeesSource } from '../blockFees';
import { COLLECTORS } from '../collectors';
import { createInfoSource } from '../infoSource';
import { MINER_COLLECTORS } from '../miner/collectors';
import { decodeSummary } from '../miner/summary';
import { scrape } from '../scrape';
import { scrapedDaemon } from '../scrapedDaemon';
import { dashboard, dashboardJson } from './dashboard';

const FOLDER = join(__dirname, '..', '..', 'monitoring');
const now = () => performance.now();

const familiesOf = (exposition: string) =>
  [...exposition.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);

const reports = mkdtempSync(join(tmpdir(), 'monitoring-'));
afterAll(() => rmSync(reports, { recursive: true }));

/** The collector of a node on Tor and I2P whose programs tell everything. */
function onBothNetworks() {
  const [tor, i2pd] = ['tor', 'i2pd'].map(each => join(reports, each));
  writeFileSync(
    tor,
    'bootstrapped 100\ncircuits 1\nintroductions 3\nuploaded 9\n',
  );
  writeFileSync(i2pd, 'routers 9\nsuccess 50\ninbound 3\noutbound 3\n');
  return anonymityCollector({
    tor: { file: tor, services: ['p2p', 'rpc'] },
    i2pd: { file: i2pd },
  });
}

/** Every family that is served of a daemon and of a miner that have everything. */
async function served(): Promise<Set<string>> {
  const client = fakeDaemon({
    getInfo: async () => ({
      ...(await fakeDaemon().getInfo()),
      targetHeight: 1001,
    }),
  });
  const sources = {
    client,
    info: createInfoSource(() => client.getInfo(), now),
    blockFees: createBlockFeesSource(client),
  };
  const daemon = await scrape(
    {
      subject: (ms, log) => scrapedDaemon(sources, ms, log),
      up: { name: 'monero_up', help: 'Up.', ask: each => each.getInfo() },
      collectors: [...COLLECTORS, onBothNetworks()],
      now,
    },
    1_000,
  );
  const summary = decodeSummary(MINING);
  const miner = await scrape(
    {
      subject: () => ({ getSummary: async () => summary }),
      up: {
        name: 'monero_miner_up',
        help: 'Up.',
        ask: each => each.getSummary(),
      },
      collectors: MINER_COLLECTORS,
      now,
    },
    1_000,
  );
  return new Set([
    ...familiesOf(await daemon.prometheus()),
    ...familiesOf(await miner.prometheus()),
  ]);
}

const named = (text: string) =>
  new Set(text.match(/\bmonero_[a-z0-9_]+\b(?!:)/g) ?? []);

describe('the dashboard', () => {
  it('is the one that its code makes: yarn workspace monerod-exporter dashboard', () => {
    const text = readFileSync(join(FOLDER, 'dashboard.json'), 'utf8');
    expect(JSON.parse(text)).toEqual(dashboard());
  });

  it('asks for nothing that is not served', async () => {
    const families = await served();
    const asked = named(dashboardJson());
    expect([...asked].filter(name => !families.has(name))).toEqual([]);
    expect(asked.size).toBeGreaterThan(30);
  });

  it('lets no two panels lie upon each other', () => {
    const taken = new Set<string>();
    for (const { gridPos } of dashboard().panels as {
      gridPos: { x: number; y: number; w: number; h: number };
    }[]) {
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1) {
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
          expect(taken.has(`${x},${y}`)).toBe(false);
          taken.add(`${x},${y}`);
        }
      }
    }
  });
});

describe('the alerts', () => {
  it('ask for nothing that is not served', async () => {
    const families = await served();
    const rules = readFileSync(join(FOLDER, 'alerts.yml'), 'utf8');
    const asked = named(rules);
    expect([...asked].filter(name => !families.has(name))).toEqual([
      // Served by the operator, whose tests look for it here.
      'monero_operator_object_condition',
    ]);
    expect(asked.size).toBeGreaterThan(15);
  });
});
