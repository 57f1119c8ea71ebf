import { createBell } from './bell';

describe('a bell', () => {
  it('counts any number of rings before it is heard as one', async () => {
    const stop = new AbortController();
    const bell = createBell(stop.signal);
    bell.ring();
    bell.ring();
    expect(await bell.heard()).toBe(true);
    const next = bell.heard();
    stop.abort();
    expect(await next).toBe(false);
  });

  it('wakes who waits, also later', async () => {
    const bell = createBell(new AbortController().signal);
    const heard = bell.heard();
    bell.ringAfter(1);
    expect(await heard).toBe(true);
  });
});
