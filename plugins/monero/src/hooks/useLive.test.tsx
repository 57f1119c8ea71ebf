import type { ReactNode } from 'react';
import { act, cleanup, renderHook } from '@testing-library/react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { responseError } from '../__testUtils__/errors';
import { useLive, type LiveOptions } from './useLive';

type Listener = (message: { id: number }) => void;

function setUp(fetcher: (signal: AbortSignal) => Promise<string>) {
  const listeners = new Set<Listener>();
  const signals = {
    subscribe: (_: string, listener: Listener) => {
      listeners.add(listener);
      return { unsubscribe: () => listeners.delete(listener) };
    },
  };
  const options: LiveOptions<{ id: number }> = {
    channel: 'test',
    matches: message => message.id === 1,
  };
  const hook = renderHook(() => useLive(fetcher, options), {
    wrapper: (props: { children: ReactNode }) => (
      <TestApiProvider apis={[[signalApiRef, signals as never]]}>
        {props.children}
      </TestApiProvider>
    ),
  });
  return {
    ...hook,
    listeners,
    signal: (id: number) =>
      act(async () => listeners.forEach(listener => listener({ id }))),
  };
}

/** Lets what has been answered arrive. */
function settle() {
  return act(() => jest.advanceTimersByTimeAsync(0));
}

function show(state: 'visible' | 'hidden') {
  Object.defineProperty(document, 'visibilityState', {
    value: state,
    configurable: true,
  });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('useLive', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    cleanup();
    jest.useRealTimers();
    show('visible');
  });

  it('is loading, then has the value', async () => {
    const { result } = setUp(async () => 'first');

    expect(result.current.loading).toBe(true);
    await settle();
    expect(result.current.value).toBe('first');
    expect(result.current).toMatchObject({
      loading: false,
      stale: false,
      denied: false,
      error: undefined,
    });
  });

  it('fetches at once on a signal that matches, and on no other', async () => {
    const fetcher = jest.fn(async () => 'value');
    const { result, signal } = setUp(fetcher);
    await settle();
    expect(result.current.value).toBe('value');

    await signal(2);
    expect(fetcher).toHaveBeenCalledTimes(1);
    await signal(1);
    expect(fetcher).toHaveBeenCalledTimes(2);
  });

  it('fetches every 5 s when no signal comes', async () => {
    const fetcher = jest.fn(async () => 'value');
    const { result } = setUp(fetcher);
    await settle();
    expect(result.current.value).toBe('value');
    fetcher.mockClear();

    await act(() => jest.advanceTimersByTimeAsync(15_000));
    expect(fetcher).toHaveBeenCalledTimes(3);
  });

  it('keeps the last value when a fetch fails, says so, and asks less often', async () => {
    const fetcher = jest
      .fn<Promise<string>, [AbortSignal]>()
      .mockResolvedValueOnce('old')
      .mockRejectedValue(new Error('away'));
    const { result } = setUp(fetcher);
    await settle();
    expect(result.current.value).toBe('old');

    await act(() => jest.advanceTimersByTimeAsync(5_000));
    expect(result.current).toMatchObject({
      value: 'old',
      stale: true,
      error: expect.objectContaining({ message: 'away' }),
    });
    fetcher.mockClear();
    await act(() => jest.advanceTimersByTimeAsync(30_000));
    expect(fetcher).toHaveBeenCalledTimes(2);
  });

  it('recovers when a fetch works again', async () => {
    const fetcher = jest
      .fn<Promise<string>, [AbortSignal]>()
      .mockRejectedValueOnce(new Error('away'))
      .mockResolvedValue('new');
    const { result } = setUp(fetcher);
    await settle();
    expect(result.current.error).toBeDefined();

    await act(async () => result.current.refresh());
    expect(result.current).toMatchObject({ value: 'new', error: undefined });
  });

  it('drops what may not be seen any more', async () => {
    const fetcher = jest
      .fn<Promise<string>, [AbortSignal]>()
      .mockResolvedValueOnce('secret')
      .mockRejectedValue(await responseError(403, 'NotAllowedError', 'no'));
    const { result, signal } = setUp(fetcher);
    await settle();
    expect(result.current.value).toBe('secret');

    await signal(1);
    expect(result.current).toMatchObject({ value: undefined, denied: true });
  });

  it('rests while the tab is hidden, and catches up when it is shown', async () => {
    const fetcher = jest.fn(async () => 'value');
    const { result } = setUp(fetcher);
    await settle();
    expect(result.current.value).toBe('value');
    fetcher.mockClear();

    act(() => show('hidden'));
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(fetcher).not.toHaveBeenCalled();
    await act(async () => show('visible'));
    expect(fetcher).toHaveBeenCalledTimes(1);
  });

  it('aborts the fetch and stops listening on unmount', async () => {
    let seen: AbortSignal | undefined;
    const { unmount, listeners } = setUp(signal => {
      seen = signal;
      return new Promise(() => undefined);
    });
    expect(listeners.size).toBe(1);

    unmount();
    expect(seen?.aborted).toBe(true);
    expect(listeners.size).toBe(0);
  });

  it('fetches once more when a signal comes during a fetch', async () => {
    const answers: ((value: string) => void)[] = [];
    const fetcher = jest.fn(
      () => new Promise<string>(resolve => answers.push(resolve)),
    );
    const { result, signal } = setUp(fetcher);
    await signal(1);
    await signal(1);
    expect(fetcher).toHaveBeenCalledTimes(1);

    await act(async () => answers[0]('old'));
    expect(fetcher).toHaveBeenCalledTimes(2);
    await act(async () => answers[1]('new'));
    expect(result.current.value).toBe('new');
  });
});
