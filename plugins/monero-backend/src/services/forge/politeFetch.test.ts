import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { politeFetch } from './politeFetch';

const URL_OF = 'https://forge.example.com/api';
const NOW = Date.parse('2026-03-01T12:00:00Z');

function setup(answers: (() => Response)[]) {
  const waits: number[] = [];
  let calls = 0;
  const answer = () => {
    calls += 1;
    return answers[Math.min(calls, answers.length) - 1]();
  };
  const polite = politeFetch({
    forge: 'GitHub',
    timeoutMs: 200,
    maxWaitMs: 30_000,
    now: () => NOW,
    sleep: async ms => {
      waits.push(ms);
    },
  });
  return { answer, polite, waits, calls: () => calls };
}

const answer =
  (status: number, headers: Record<string, string> = {}) =>
  () =>
    new HttpResponse('{}', { status, headers });

describe('politeFetch', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it.each([
    ['as Retry-After says', answer(429, { 'Retry-After': '7' }), 7_000],
    ['a secondary limit', answer(403, { 'Retry-After': '2' }), 2_000],
    [
      'until the limit is reset',
      answer(403, {
        'X-RateLimit-Remaining': '0',
        'X-RateLimit-Reset': String(NOW / 1000 + 12),
      }),
      12_000,
    ],
    ['a little, when nothing is said', answer(429), 500],
    ['a server in trouble', answer(502), 500],
  ])('waits: %s', async (_, first, wait) => {
    const world = setup([first, answer(200)]);
    server.use(http.get(URL_OF, world.answer));
    expect((await world.polite(URL_OF)).status).toBe(200);
    expect(world.waits).toEqual([wait]);
  });

  it('does not wait for an hour', async () => {
    const world = setup([answer(429, { 'Retry-After': '3600' })]);
    server.use(http.get(URL_OF, world.answer));
    await expect(world.polite(URL_OF)).rejects.toMatchObject({
      code: 'RateLimited',
      message: expect.stringContaining('it asks to wait 3600 s'),
    });
    expect(world.waits).toEqual([]);
  });

  it('gives up after some tries', async () => {
    const world = setup([answer(429)]);
    server.use(http.get(URL_OF, world.answer));
    await expect(world.polite(URL_OF)).rejects.toMatchObject({
      code: 'RateLimited',
    });
    expect(world.waits).toEqual([500, 1000, 2000]);
  });

  it('never repeats a write that may have been done', async () => {
    const world = setup([answer(502)]);
    server.use(http.post(URL_OF, world.answer));
    const { status } = await world.polite(URL_OF, { method: 'POST' });
    expect(status).toBe(502);
    expect(world.calls()).toBe(1);
  });

  it('repeats a write that was not taken, with its body', async () => {
    const bodies: string[] = [];
    const world = setup([answer(429, { 'Retry-After': '1' }), answer(201)]);
    server.use(
      http.post(URL_OF, async ({ request }) => {
        bodies.push(await request.text());
        return world.answer();
      }),
    );
    await world.polite(URL_OF, { method: 'POST', body: 'hello' });
    expect(bodies).toEqual(['hello', 'hello']);
  });

  it('is sent nowhere else', async () => {
    const elsewhere = jest.fn(answer(200));
    server.use(
      http.get(URL_OF, answer(302, { Location: 'http://169.254.169.254/' })),
      http.get('http://169.254.169.254/', elsewhere),
    );
    await expect(setup([]).polite(URL_OF)).rejects.toMatchObject({
      code: 'Refused',
      message: expect.stringContaining('Has the repository moved?'),
    });
    expect(elsewhere).not.toHaveBeenCalled();
  });

  it('has a deadline', async () => {
    const world = setup([]);
    server.use(http.post(URL_OF, () => new Promise<never>(() => {})));
    await expect(
      world.polite(URL_OF, { method: 'POST' }),
    ).rejects.toMatchObject({
      code: 'Unreachable',
      message: 'GitHub (forge.example.com) did not answer within 0.2 s.',
    });
  });
});
