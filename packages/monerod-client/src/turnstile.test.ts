import { createTurnstile } from './turnstile';

const NEVER = new AbortController().signal;

describe('createTurnstile', () => {
  it('lets one through at a time, in order, also after a failure', async () => {
    const inTurn = createTurnstile();
    const log: string[] = [];
    const work =
      (name: string, fail = false) =>
      async () => {
        log.push(`${name} in`);
        await Promise.resolve();
        log.push(`${name} out`);
        if (fail) throw new Error(name);
        return name;
      };
    const results = await Promise.allSettled([
      inTurn(NEVER, work('a')),
      inTurn(NEVER, work('b', true)),
      inTurn(NEVER, work('c')),
    ]);
    expect(log).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
    expect(results.map(each => each.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
  });

  it('lets who was aborted go at once, and never runs it', async () => {
    const inTurn = createTurnstile();
    let release = () => {};
    const first = inTurn(
      NEVER,
      () =>
        new Promise<void>(resolve => {
          release = resolve;
        }),
    );
    const controller = new AbortController();
    const ran = jest.fn();
    const second = inTurn(controller.signal, async () => ran());
    controller.abort(new Error('tired'));
    await expect(second).rejects.toThrow('tired');
    release();
    await first;
    await inTurn(NEVER, async () => undefined);
    expect(ran).not.toHaveBeenCalled();
  });
});
