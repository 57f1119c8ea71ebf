import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { answering, clientOf } from './__testUtils__/answering';
import { FORGES } from './__testUtils__/forges';

const forge = FORGES.Gitea;
const TIMELINE = `${forge.api}/repos/acme/gitops/issues/12/timeline`;

const event = (type: string, login: string) => ({ type, user: { login } });
const comments = (count: number) =>
  Array.from({ length: count }, () => event('comment', 'chatty'));

describe('a pull request that was closed on Gitea', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  /** @param pages - of its timeline */
  async function closedWith(pages: (object[] | number)[]) {
    const one = {
      ...{ ...forge.open, state: 'closed', draft: false },
      closed_at: '2026-03-01T12:00:00Z',
    };
    server.use(
      ...answering(forge, { one }).handlers,
      http.get(TIMELINE, ({ request }) => {
        const page = Number(new URL(request.url).searchParams.get('page'));
        const found = pages[page - 1] ?? [];
        return typeof found === 'number'
          ? HttpResponse.json({ message: 'no' }, { status: found })
          : HttpResponse.json(found);
      }),
    );
    return clientOf(forge).get(12);
  }

  it.each<[string, (object[] | number)[], string | undefined]>([
    [
      'by whoever its timeline names',
      [[event('comment', 'mo'), event('close', 'octocat')]],
      'octocat',
    ],
    [
      'by who did it last, after it was opened again',
      [
        [
          event('close', 'mo'),
          event('reopen', 'mo'),
          event('close', 'octocat'),
          event('comment', 'late'),
        ],
      ],
      'octocat',
    ],
    [
      'on a further page of it',
      [comments(50), [event('close', 'octocat')]],
      'octocat',
    ],
    [
      'by nobody knows whom, with a timeline that does not say',
      [[]],
      undefined,
    ],
    [
      'by nobody knows whom, with a token that may not read it',
      [403],
      undefined,
    ],
  ])('is closed %s', async (_, pages, by) => {
    const found = await closedWith(pages);
    expect(found).toMatchObject({ number: 12, state: 'closed' });
    expect(found.by).toBe(by);
  });
});
