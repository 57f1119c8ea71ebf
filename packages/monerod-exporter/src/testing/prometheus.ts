import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { freePorts, waitFor } from 'monerod-client/testing';

const FETCH = join(
  dirname(require.resolve('monerod-exporter/package.json')),
  'scripts/fetch-prometheus.sh',
);

/** Folder of a real prometheus and promtool: `$PROMETHEUS_BIN`, else fetched once from Debian. */
export async function findPrometheus(): Promise<string> {
  if (process.env.PROMETHEUS_BIN) return process.env.PROMETHEUS_BIN;
  const { stdout } = await promisify(execFile)(FETCH, {
    timeout: 10 * 60_000,
  });
  return stdout.trim();
}

/** What a Prometheus scrapes, and where it lives. */
export interface PrometheusOptions {
  /** Folder of the program, see {@link findPrometheus}. */
  programs: string;
  /** For its configuration and data; one that is started again there knows what it knew. */
  folder: string;
  /** Exporters (host and port) with the labels that their series get. */
  targets: readonly { host: string; labels?: Record<string, string> }[];
  /** Between two scrapes of a target, and two evaluations of the rules. */
  intervalSeconds: number;
  /** Files with rules, by absolute path. */
  ruleFiles?: readonly string[];
  /** Whether a label of a target's own series stays when the target has one of that name. */
  honorLabels?: boolean;
  /** Default: one that is free. */
  port?: number;
}

/** One series of an instant query. */
export interface QueriedSeries {
  metric: Record<string, string>;
  value: string;
}

/** A real Prometheus, until it is stopped. */
export interface RunningPrometheus {
  url: string;
  port: number;
  /** Series of an instant query, once there are `count` of them. */
  query(expression: string, count: number): Promise<QueriedSeries[]>;
  /** How its scrapes go. */
  targets(): Promise<{ health: string; lastError: string }[]>;
  stop(): Promise<void>;
}

/** Starts a real Prometheus; it answers a moment later. */
export async function startPrometheus(
  options: PrometheusOptions,
): Promise<RunningPrometheus> {
  const { programs, folder, targets, intervalSeconds, ruleFiles } = options;
  const port = options.port ?? (await freePorts(1))[0];
  const interval = `${intervalSeconds}s`;
  const config = join(folder, 'prometheus.yml');
  await mkdir(folder, { recursive: true });
  await writeFile(
    config,
    JSON.stringify({
      global: {
        scrape_interval: interval,
        scrape_timeout: interval,
        evaluation_interval: interval,
      },
      rule_files: ruleFiles,
      scrape_configs: [
        {
          job_name: 'monero',
          honor_labels: options.honorLabels,
          static_configs: targets.map(({ host, labels = {} }) => ({
            targets: [host],
            labels,
          })),
        },
      ],
    }),
  );
  const child = spawn(
    join(programs, 'prometheus'),
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(folder, 'tsdb')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=error',
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    port,
    query: (expression, count) =>
      waitFor(`${count} results of ${expression}`, async () => {
        const found = await instant(url, expression);
        return found?.length === count ? found : undefined;
      }),
    targets: async () => {
      const answer = await fetch(`${url}/api/v1/targets`);
      const { data } = (await answer.json()) as {
        data: { activeTargets: { health: string; lastError: string }[] };
      };
      return data.activeTargets;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function instant(
  url: string,
  expression: string,
): Promise<QueriedSeries[] | undefined> {
  const answer = await fetch(
    `${url}/api/v1/query?query=${encodeURIComponent(expression)}`,
  ).catch(() => undefined);
  if (!answer?.ok) return undefined;
  const { data } = (await answer.json()) as {
    data: {
      result: { metric: Record<string, string>; value: [number, string] }[];
    };
  };
  return data.result.map(({ metric, value }) => ({ metric, value: value[1] }));
}
