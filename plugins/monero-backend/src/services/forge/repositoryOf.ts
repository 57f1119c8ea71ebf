import { InputError } from '@backstage/errors';

/** A repository on a forge, read from its address. */
export interface Repository {
  /** Its page, without `.git`. */
  url: string;
  /** Owner, group with subgroups, workspace, or project. */
  owner: string;
  repo: string;
  /** Azure DevOps: where the organization is. */
  organizationUrl: string;
}

const SHAPES: Record<string, { pattern: RegExp; example: string }> = {
  gitlab: {
    pattern: /^\/(?<owner>[^/]+(?:\/[^/]+)*)\/(?<repo>[^/]+)$/,
    example: 'https://HOST/GROUP/REPOSITORY',
  },
  bitbucketServer: {
    pattern:
      /^\/(?:projects|scm)\/(?<owner>[^/]+)\/(?:repos\/)?(?<repo>[^/]+)$/,
    example: 'https://HOST/projects/PROJECT/repos/REPOSITORY',
  },
  azure: {
    pattern:
      /^(?<organization>(?:\/[^/]+)?)\/(?<owner>[^/]+)\/_git\/(?<repo>[^/]+)$/,
    example: 'https://dev.azure.com/ORGANIZATION/PROJECT/_git/REPOSITORY',
  },
};

const PLAIN = {
  pattern: /^\/(?<owner>[^/]+)\/(?<repo>[^/]+)$/,
  example: 'https://HOST/OWNER/REPOSITORY',
};

/** Names that every forge allows; anything else could lead to another path. */
const NAME = /^[\w~][\w. ~-]*$/;

/**
 * Takes the address of a repository apart. Pure.
 *
 * @param type - of the integration: `github`, `gitlab`, ...
 * @throws InputError with the shape that is expected
 */
export function repositoryOf(address: string, type: string): Repository {
  const { origin, pathname } = new URL(address);
  const path = decodeURIComponent(pathname)
    .replace(/\/$/, '')
    .replace(/\.git$/, '');
  const { pattern, example } = SHAPES[type] ?? PLAIN;
  const { owner, repo, organization = '' } = pattern.exec(path)?.groups ?? {};
  const names = [...(owner ?? '').split('/'), repo ?? ''];
  if (!names.every(name => NAME.test(name) && !name.includes('..'))) {
    throw new InputError(
      `monero.gitops.targets: ${address} is not the address of a repository, such as ${example}.`,
    );
  }
  return {
    url: `${origin}${encodeURI(path)}`,
    ...{ owner, repo },
    organizationUrl: `${origin}${encodeURI(organization)}`,
  };
}
