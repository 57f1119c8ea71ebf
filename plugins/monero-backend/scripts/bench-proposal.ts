/**
 * How long a proposal takes from its submission to the pull request in a real
 * Gitea on this machine, and where the time goes: each git process and each
 * request to the forge is seen from outside, by Node's diagnostics channels.
 * Times are means in milliseconds, so that the parts add up; shares are of the
 * whole.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  findFreePorts,
  startGitea,
  type Gitea,
} from '@monero-portal/dev-cluster';
import { readGitOpsTargets } from '../src/config/readGitOpsTargets';
import {
  DefaultProposalService,
  openTarget,
  ProposalStore,
  Targets,
} from '../src/services/proposals';
import { sqlite } from '../src/__testUtils__/databases';
import { proposalOf } from '../src/testing/manifests';
import { recordSpans, type Span } from './spans';

const ROUNDS = 30;
const REQUEST_TIMEOUT_MS = 30_000;
const BY = { ref: 'user:default/mo', name: 'Mo', email: 'mo@example.com' };

/** One proposal: how long in all, and what it waited for. */
interface Round {
  totalMs: number;
  spans: Span[];
}

async function api(gitea: Gitea, route: string, body: object): Promise<void> {
  const response = await fetch(`${gitea.url}/api/v1${route}`, {
    method: 'POST',
    headers: {
      Authorization: `token ${gitea.token}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`${route}: ${await response.text()}`);
}

function targetsOn(gitea: Gitea, dataDir: string): Targets {
  const config = new ConfigReader({
    integrations: {
      gitea: [
        {
          host: new URL(gitea.url).host,
          baseUrl: gitea.url,
          username: gitea.user,
          password: gitea.token,
        },
      ],
    },
    monero: {
      gitops: {
        targets: [
          {
            cluster: 'dev',
            repository: `${gitea.url}/${gitea.user}/gitops`,
            pullRequest: { labels: ['monero'] },
          },
        ],
      },
    },
  });
  const integrations = ScmIntegrations.fromConfig(config);
  const hosts = { integrations, mirrorsDir: join(dataDir, 'mirrors') };
  return new Targets(
    readGitOpsTargets(config).map(target => openTarget(target, hosts)),
  );
}

async function measure(
  service: DefaultProposalService,
  name: string,
): Promise<Round> {
  const input = { ...proposalOf({ name }), requestId: `task-${name}` };
  const { result, totalMs, spans } = await recordSpans(() =>
    service.propose(input, BY),
  );
  if (!result.created || !result.proposal.pullRequest) {
    throw new Error(`${name}: no pull request was opened`);
  }
  return { totalMs, spans };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const row = (what: string, ms: number, total: number, times: number) =>
  process.stdout.write(
    `${what.padEnd(34)}${ms.toFixed(0).padStart(6)} ms${((100 * ms) / total)
      .toFixed(0)
      .padStart(5)} %${String(times).padStart(4)}x\n`,
  );

function report(first: Round, rounds: Round[]): void {
  const total = mean(rounds.map(({ totalMs }) => totalMs));
  process.stdout.write(
    `\nsubmission to pull request, ${rounds.length} proposals one after the other\n` +
      `the first, which fetches the repository: ${first.totalMs.toFixed(
        0,
      )} ms\n`,
  );
  row('each after it', total, total, 1);
  const kinds = [...new Set(rounds[0].spans.map(({ what }) => what))];
  for (const kind of kinds) {
    const each = rounds.map(({ spans }) =>
      spans.filter(({ what }) => what === kind),
    );
    const sum = (spans: Span[]) => spans.reduce((ms, span) => ms + span.ms, 0);
    row(`  ${kind}`, mean(each.map(sum)), total, each[0].length);
  }
  const rest = rounds.map(({ totalMs, spans }) => totalMs - covered(spans));
  row('  the portal itself', mean(rest), total, 1);
}

/** Time in which at least one of the spans ran. */
function covered(spans: readonly Span[]): number {
  let end = -Infinity;
  let ms = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const until = span.start + span.ms;
    ms += Math.max(0, until - Math.max(end, span.start));
    end = Math.max(end, until);
  }
  return ms;
}

async function main(): Promise<void> {
  const stop = new AbortController();
  const dataDir = await mkdtemp(join(tmpdir(), 'monero-bench-proposal-'));
  // Gitea runs as another account than root's.
  await chmod(dataDir, 0o755);
  const [port] = await findFreePorts(1);
  const database = sqlite();
  const { knex } = await database.open();
  let gitea: Gitea | undefined;
  try {
    gitea = await startGitea({
      ...{ dataDir: join(dataDir, 'gitea'), port, signal: stop.signal },
    });
    await api(gitea, '/user/repos', {
      ...{ name: 'gitops', auto_init: true, default_branch: 'main' },
    });
    await api(gitea, `/repos/${gitea.user}/gitops/labels`, {
      ...{ name: 'monero', color: '#ff6600' },
    });
    const store = await ProposalStore.create({
      getClient: async () => knex,
    } as DatabaseService);
    const service = new DefaultProposalService({
      ...{ store, targets: targetsOn(gitea, dataDir) },
      clusters: { get: () => undefined },
      health: { clusters: () => [], nodeSet: () => undefined },
      limit: { take: async () => {} },
      onChange: () => {},
      portalUrl: 'http://portal.example.com',
    });
    const first = await measure(service, 'first');
    const rounds: Round[] = [];
    for (let i = 0; i < ROUNDS; i++) {
      rounds.push(await measure(service, `web-${i}`));
    }
    report(first, rounds);
  } finally {
    await gitea?.stop();
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
