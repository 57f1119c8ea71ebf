import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { prepareDevCluster } from './prepareDevCluster';

describe('prepareDevCluster', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'prepare-'));
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  it('gives address and credentials that stay the same', async () => {
    const first = await prepareDevCluster({ dataDir });
    expect(first.server).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(first.portalToken).toMatch(/^[0-9a-f]{64}$/);
    expect(await prepareDevCluster({ dataDir })).toEqual(first);
  });

  it('writes a kubeconfig that leads there', async () => {
    const { kubeconfigPath, server, caPem } = await prepareDevCluster({
      dataDir,
      name: 'blue',
    });
    const config = parse(await readFile(kubeconfigPath, 'utf8'));
    expect(config['current-context']).toBe('blue');
    expect(config.clusters[0].cluster).toEqual({
      server,
      'certificate-authority-data': Buffer.from(caPem).toString('base64'),
    });
  });

  it('agrees with itself when asked twice at once', async () => {
    const [first, second] = await Promise.all([
      prepareDevCluster({ dataDir }),
      prepareDevCluster({ dataDir }),
    ]);
    expect(second).toEqual(first);
  });

  it('takes the port that it is given, and keeps it', async () => {
    await prepareDevCluster({ dataDir, apiPort: 16443 });
    const { server } = await prepareDevCluster({ dataDir });
    expect(server).toBe('https://127.0.0.1:16443');
  });

  it('chooses a port anew when the settings are damaged', async () => {
    await writeFile(join(dataDir, 'settings.json'), '{"apiPort": "x');
    const { server } = await prepareDevCluster({ dataDir });
    expect(server).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  });

  it.each([
    [{ nodes: -1 }, 'nodes: -1 is not possible'],
    [{ nodes: 10 }, 'whole number from 0 to 9'],
    [{ nodes: 1.5 }, 'nodes: 1.5'],
    [{ apiPort: 70000 }, 'apiPort: 70000 is not a port'],
  ])('refuses %j', async (options, message) => {
    await expect(prepareDevCluster({ dataDir, ...options })).rejects.toThrow(
      message,
    );
  });
});
