import { InputError } from '@backstage/errors';
import {
  DefaultAzureDevOpsCredentialsProvider,
  DefaultGithubCredentialsProvider,
  getBitbucketCloudRequestOptions,
  getBitbucketServerRequestOptions,
  type ScmIntegrations,
} from '@backstage/integration';
import { azurePullRequests } from './clients/azure';
import { bitbucketCloudPullRequests } from './clients/bitbucketCloud';
import { bitbucketServerPullRequests } from './clients/bitbucketServer';
import { giteaPullRequests } from './clients/gitea';
import { githubPullRequests } from './clients/github';
import { gitlabMergeRequests } from './clients/gitlab';
import { politeFetch } from './politeFetch';
import type { PullRequestOptions, PullRequests } from './PullRequests';
import { repositoryOf, type Repository } from './repositoryOf';

/** A repository on a forge: how its pull requests are reached, and its git. */
export interface Forge {
  /** Which signature its webhooks carry. */
  type: ForgeType;
  /** What git fetches from and pushes to. */
  gitUrl: string;
  /** Authorization header for git; the portal's, or a user's own token. */
  authorization: (userToken?: string) => Promise<string | undefined>;
  /** Pull requests as the portal, or as the user whose token is given. */
  pullRequests: (userToken?: string) => PullRequests;
}

export type ForgeType =
  | 'github'
  | 'gitlab'
  | 'gitea'
  | 'bitbucketCloud'
  | 'bitbucketServer'
  | 'azure';

type Connect = (repository: Repository, options: PullRequestOptions) => Forge;

/**
 * Chooses the forge of a repository by the app's `integrations`. A repository
 * elsewhere is refused: the portal speaks only to hosts that the configuration
 * names.
 *
 * @param url - as it is in `monero.gitops.targets`
 * @throws InputError saying which integration is missing
 */
export function connectForge(
  url: string,
  integrations: ScmIntegrations,
  options: PullRequestOptions,
): Forge {
  const connectors = connectorsOf(integrations);
  const integration = integrations.byUrl(url);
  const connect = integration && connectors[integration.type];
  if (!integration || !connect) {
    throw new InputError(
      `monero.gitops.targets: ${url} is on no forge that "integrations" names. Add the host under integrations.github, gitlab, gitea (Forgejo too), bitbucketCloud, bitbucketServer or azure.`,
    );
  }
  return connect(repositoryOf(url, integration.type), options);
}

function connectorsOf(
  integrations: ScmIntegrations,
): Partial<Record<string, Connect>> {
  const must = <T>(found: T | undefined): T => {
    if (!found) throw new Error('the integration was there a moment ago');
    return found;
  };
  return {
    github: (repository, options) => {
      const { config } = must(integrations.github.byUrl(repository.url));
      const provider =
        DefaultGithubCredentialsProvider.fromIntegrations(integrations);
      const token = async () =>
        (await provider.getCredentials({ url: repository.url })).token;
      return {
        type: 'github',
        gitUrl: `${repository.url}.git`,
        authorization: async user =>
          basic('x-access-token', user ?? (await token())),
        pullRequests: user =>
          githubPullRequests({
            ...{ ...repository, ...options },
            apiBaseUrl: config.apiBaseUrl ?? 'https://api.github.com',
            token: async () => user ?? token(),
            fetch: politeFetch({ forge: 'GitHub' }),
          }),
      };
    },
    gitlab: (repository, options) => {
      const { config } = must(integrations.gitlab.byUrl(repository.url));
      return {
        type: 'gitlab',
        gitUrl: `${repository.url}.git`,
        authorization: async user => basic('oauth2', user ?? config.token),
        pullRequests: user =>
          gitlabMergeRequests({
            ...{ ...repository, ...options },
            apiBaseUrl: config.apiBaseUrl,
            oauth: user !== undefined,
            token: async () => user ?? config.token,
          }),
      };
    },
    gitea: (repository, options) => {
      const { config } = must(integrations.gitea.byUrl(repository.url));
      const { username = 'token', password } = config;
      const authorization = async (user?: string) =>
        user ? `token ${user}` : basic(username, password);
      return {
        type: 'gitea',
        gitUrl: `${repository.url}.git`,
        authorization: async user =>
          user ? basic('oauth2', user) : basic(username, password),
        pullRequests: user =>
          giteaPullRequests({
            ...{ ...repository, ...options },
            apiBaseUrl: config.baseUrl ?? `https://${config.host}`,
            authorization: () => authorization(user),
            fetch: politeFetch({ forge: 'Gitea' }),
          }),
      };
    },
    bitbucketCloud: (repository, options) => {
      const { config } = must(
        integrations.bitbucketCloud.byUrl(repository.url),
      );
      const authorization = async (user?: string) =>
        user
          ? `Bearer ${user}`
          : (await getBitbucketCloudRequestOptions(config)).headers
              .Authorization;
      return {
        type: 'bitbucketCloud',
        gitUrl: `${repository.url}.git`,
        authorization,
        pullRequests: user =>
          bitbucketCloudPullRequests({
            ...{ ...repository, ...options },
            apiBaseUrl: config.apiBaseUrl,
            authorization: () => authorization(user),
            fetch: politeFetch({ forge: 'Bitbucket' }),
          }),
      };
    },
    bitbucketServer: (repository, options) => {
      const { config } = must(
        integrations.bitbucketServer.byUrl(repository.url),
      );
      const authorization = async (user?: string) =>
        user
          ? `Bearer ${user}`
          : getBitbucketServerRequestOptions(config).headers.Authorization;
      return {
        type: 'bitbucketServer',
        gitUrl: `https://${config.host}/scm/${repository.owner}/${repository.repo}.git`,
        authorization,
        pullRequests: user =>
          bitbucketServerPullRequests({
            ...{ ...repository, ...options },
            // The client names the whole path below /rest itself.
            apiBaseUrl: config.apiBaseUrl.replace(/\/api\/[^/]+$/, ''),
            authorization: () => authorization(user),
            fetch: politeFetch({ forge: 'Bitbucket' }),
          }),
      };
    },
    azure: (repository, options) => {
      const provider =
        DefaultAzureDevOpsCredentialsProvider.fromIntegrations(integrations);
      const credentials = (user?: string) =>
        user
          ? Promise.resolve({ type: 'bearer' as const, token: user })
          : provider.getCredentials({ url: repository.url });
      return {
        type: 'azure',
        gitUrl: repository.url,
        authorization: async user => {
          const found = await credentials(user);
          return found?.type === 'bearer'
            ? `Bearer ${found.token}`
            : basic('', found?.token);
        },
        pullRequests: user =>
          azurePullRequests({
            ...{ ...repository, ...options },
            credentials: () => credentials(user),
          }),
      };
    },
  };
}

function basic(user: string, secret: string | undefined): string | undefined {
  return secret === undefined
    ? undefined
    : `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
}
