import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { connectForge } from './connectForge';
import { repositoryOf } from './repositoryOf';

const none = { reviewers: [], labels: [], draft: false };
const integrations = (config: object = {}) =>
  ScmIntegrations.fromConfig(new ConfigReader({ integrations: config }));

describe('connectForge', () => {
  it.each([
    [
      'https://github.com/acme/gitops',
      'github',
      'https://github.com/acme/gitops.git',
    ],
    [
      'https://github.com/acme/gitops.git',
      'github',
      'https://github.com/acme/gitops.git',
    ],
    [
      'https://gitlab.com/a/b/c/gitops',
      'gitlab',
      'https://gitlab.com/a/b/c/gitops.git',
    ],
    [
      'https://bitbucket.org/acme/gitops',
      'bitbucketCloud',
      'https://bitbucket.org/acme/gitops.git',
    ],
    [
      'https://dev.azure.com/acme/infra/_git/gitops',
      'azure',
      'https://dev.azure.com/acme/infra/_git/gitops',
    ],
    [
      'https://bb.example.com/projects/ACME/repos/gitops',
      'bitbucketServer',
      'https://bb.example.com/scm/ACME/gitops.git',
    ],
    [
      'https://bb.example.com/scm/ACME/gitops.git',
      'bitbucketServer',
      'https://bb.example.com/scm/ACME/gitops.git',
    ],
    [
      'https://git.example.com/acme/gitops',
      'gitea',
      'https://git.example.com/acme/gitops.git',
    ],
  ])('%s is on %s', (url, type, gitUrl) => {
    const known = integrations({
      bitbucketServer: [
        {
          host: 'bb.example.com',
          apiBaseUrl: 'https://bb.example.com/rest/api/1.0',
        },
      ],
      gitea: [{ host: 'git.example.com' }],
    });
    expect(connectForge(url, known, none)).toMatchObject({ type, gitUrl });
  });

  it.each([
    'https://evil.example.com/acme/gitops',
    'http://127.0.0.1/acme/gitops',
    'http://localhost:7007/acme/gitops',
    'http://169.254.169.254/latest/meta-data',
    'http://[::1]/acme/gitops',
    'https://github.com.evil.example.com/acme/gitops',
  ])('speaks to no host that nobody configured: %s', url => {
    expect(() => connectForge(url, integrations(), none)).toThrow(
      /is on no forge that "integrations" names\. Add the host under/,
    );
  });

  it('makes no use of an integration that has no pull requests', () => {
    const gerrit = integrations({
      gerrit: [
        {
          host: 'gerrit.example.com',
          gitilesBaseUrl: 'https://gerrit.example.com/gitiles',
        },
      ],
    });
    expect(() =>
      connectForge('https://gerrit.example.com/acme', gerrit, none),
    ).toThrow('is on no forge');
  });

  it("shows git the portal's token, or the user's", async () => {
    const { authorization } = connectForge(
      'https://github.com/acme/gitops',
      integrations({ github: [{ host: 'github.com', token: 'portal' }] }),
      none,
    );
    const decoded = async (user?: string) =>
      Buffer.from(
        (await authorization(user))?.replace('Basic ', '') ?? '',
        'base64',
      ).toString();
    expect(await decoded()).toBe('x-access-token:portal');
    expect(await decoded('own')).toBe('x-access-token:own');
  });
});

describe('repositoryOf', () => {
  it.each([
    ['https://github.com/acme', 'github'],
    ['https://github.com/acme/gitops/pulls', 'github'],
    ['https://github.com/acme/..%2f..', 'github'],
    ['https://github.com/acme/%2e%2e', 'github'],
    ['https://gitlab.com/gitops', 'gitlab'],
    ['https://bb.example.com/users/x/repos/y', 'bitbucketServer'],
    ['https://dev.azure.com/acme/gitops', 'azure'],
    ['https://github.com/a$(b)/c', 'github'],
  ])('refuses %s', (url, type) => {
    expect(() => repositoryOf(url, type)).toThrow(
      /is not the address of a repository, such as https:/,
    );
  });
});
