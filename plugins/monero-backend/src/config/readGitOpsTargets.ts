import { isAbsolute } from 'node:path';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  clusterNameSchema,
  DEFAULT_MANIFEST_PATH,
  dnsLabelSchema,
  manifestPath,
  objectRefSchema,
  type NodeSetRef,
  type ObjectRef,
} from '@monero-portal/plugin-monero-common';
import { z } from 'zod';
import type { PullRequestOptions } from '../services/forge';

/** Where changes to one cluster are proposed. */
export interface GitOpsTarget {
  cluster: string;
  /** Absolute path of a bare git repository, or address of one on a forge. */
  repository: string;
  /** Branch that is applied to the cluster. */
  branch: string;
  /** Pattern with `${{ cluster }}`, `${{ namespace }}`, `${{ name }}` and `${{ kind }}`. */
  path: string;
  /** Whether the kustomization.yaml beside a manifest names it. */
  kustomization: boolean;
  /** Namespaces that a proposal may name. */
  namespaces: string[];
  /** How pull requests are opened; not for plain git. */
  pullRequest: PullRequestOptions;
  /** What the forge signs its webhooks with; without it the portal polls. */
  webhookSecret?: string;
  /** Time between two looks at an open pull request, in seconds. */
  pollSeconds: number;
}

const BRANCH =
  /^(?!.*(\.\.|\/\/|\.lock(\/|$)|\/\.))[A-Za-z0-9_][\w./-]*[\w-]$|^\w$/;

/** Whether a target's repository is an address on a forge, not a path on this machine. */
export function isRepositoryUrl(repository: string): boolean {
  if (!/^https?:\/\//.test(repository) || !URL.canParse(repository)) {
    return false;
  }
  const { username, password, search, hash } = new URL(repository);
  return !username && !password && !search && !hash;
}

const targetSchema = z.object({
  cluster: clusterNameSchema,
  repository: z
    .string()
    .refine(
      value => isAbsolute(value) || isRepositoryUrl(value),
      'is the absolute path of a bare git repository, or the https address of one on a forge, without user, password and query',
    ),
  branch: z.string().regex(BRANCH, 'is not a branch name').default('main'),
  path: z.string().default(DEFAULT_MANIFEST_PATH).superRefine(checkPath),
  kustomization: z.boolean().default(false),
  namespaces: z.array(dnsLabelSchema).min(1).default(['monero']),
  pullRequest: z
    .object({
      reviewers: z.array(z.string().min(1)).max(20).default([]),
      labels: z.array(z.string().min(1)).max(20).default([]),
      draft: z.boolean().default(false),
    })
    .default({}),
  webhookSecret: z
    .string()
    .min(16, 'has at least 16 characters: anybody may call the webhook')
    .optional(),
  pollSeconds: z.number().min(5).max(3600).default(30),
});

/**
 * Reads `monero.gitops.targets`.
 *
 * @throws InputError naming the field and what to write instead
 */
export function readGitOpsTargets(config: Config): GitOpsTarget[] {
  const raw = config.getOptional('monero.gitops.targets') ?? [];
  const parsed = z.array(targetSchema).safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue.path
      .map(part => (typeof part === 'number' ? `[${part}]` : `.${part}`))
      .join('');
    throw new InputError(`monero.gitops.targets${field} ${issue.message}`);
  }
  const seen = new Set<string>();
  for (const { cluster } of parsed.data) {
    if (seen.has(cluster)) {
      throw new InputError(
        `monero.gitops.targets names cluster "${cluster}" twice; one target a cluster.`,
      );
    }
    seen.add(cluster);
  }
  return parsed.data;
}

/**
 * The file of an object in the repository. The parts are checked to be DNS
 * labels and a cluster's name, so the result cannot leave the repository.
 *
 * @throws ZodError for a reference that has not been checked before
 */
export function pathOf(
  target: Pick<GitOpsTarget, 'path'>,
  ref: ObjectRef,
): string {
  return manifestPath(target.path, objectRefSchema.parse(ref));
}

function checkPath(path: string, context: z.RefinementCtx): void {
  const report = (message: string) =>
    context.addIssue({ code: z.ZodIssueCode.custom, message });
  const sample = { cluster: 'c', namespace: 'n', name: 'x' };
  const fill = (change: Partial<NodeSetRef>) =>
    manifestPath(path, { ...sample, ...change });
  try {
    fill({});
  } catch (error) {
    report(`is refused: ${error instanceof Error ? error.message : error}`);
    return;
  }
  for (const key of ['namespace', 'name'] as const) {
    if (fill({ [key]: 'a' }) === fill({ [key]: 'b' })) {
      report(`must use \${{ ${key} }}, else objects share a file`);
    }
  }
  const segments = fill({}).split('/');
  if (segments.some(part => ['', '.', '..', '.git'].includes(part))) {
    report('is a path inside the repository, without "." or ".." segments');
  }
  if (!/\.ya?ml$/.test(path)) {
    report('ends with .yaml');
  }
}
