import { createKubeClient } from '../DefaultKubeClient';
import { RESOURCES } from '../resources';
import {
  failure,
  json,
  podEvent,
  podList,
  ScriptedServer,
  stream,
} from '../testing/ScriptedServer';
import { KubeClient, KubeObject, WatchHandler, WatchTiming } from '../types';

const QUICK: WatchTiming = {
  backoffMinMs: 1,
  backoffMaxMs: 5,
  idleMs: 5_000,
  lifetimeMs: 60_000,
};

/** Writes down what it hears; waits for it. */
class Listener implements WatchHandler<KubeObject> {
  readonly heard: string[] = [];
  readonly errors: string[] = [];
  private wake = () => {};

  onSync(items: KubeObject[]) {
    this.note(`sync ${items.map(item => item.metadata.name).join(',')}`);
  }

  onChange(type: string, object: KubeObject) {
    this.note(`${type} ${object.metadata.name}`);
  }

  onState(state: string, error?: Error) {
    if (error) this.errors.push(error.message);
    this.note(state);
  }

  async until(text: string, times = 1): Promise<void> {
    while (this.heard.filter(each => each === text).length < times) {
      await new Promise<void>(resolve => {
        this.wake = resolve;
      });
    }
  }

  private note(text: string) {
    this.heard.push(text);
    this.wake();
  }
}

describe('watch', () => {
  let server: ScriptedServer;
  let client: KubeClient;
  let listener: Listener;
  const stop = new AbortController();

  function follow(timing: Partial<WatchTiming> = {}) {
    client = createKubeClient(
      { server: `http://127.0.0.1:${server.port}` },
      { watch: { ...QUICK, ...timing } },
    );
    client.watch(RESOURCES.pods, { namespace: 'monero' }, listener, {
      signal: stop.signal,
    });
  }

  beforeEach(async () => {
    server = await ScriptedServer.start();
    listener = new Listener();
  });

  afterEach(async () => {
    await client.close();
    await server.stop();
  });

  it('lists, then watches from there with bookmarks', async () => {
    server.answer(
      json(200, podList('5', ['a'])),
      stream([podEvent('ADDED', 'b', '6'), podEvent('DELETED', 'a', '7')]),
    );
    follow();
    await listener.until('DELETED a');
    expect(listener.heard).toEqual([
      'sync a',
      'connected',
      'ADDED b',
      'DELETED a',
    ]);
    const { searchParams } = server.seen[1].url;
    expect(searchParams.get('resourceVersion')).toBe('5');
    expect(searchParams.get('allowWatchBookmarks')).toBe('true');
    expect(Number(searchParams.get('timeoutSeconds'))).toBeGreaterThanOrEqual(
      60,
    );
  });

  it('resumes after a cut connection without listing again', async () => {
    server.answer(
      json(200, podList('5', [])),
      stream([podEvent('ADDED', 'a', '6')], 'cut'),
      stream([podEvent('ADDED', 'b', '7')]),
    );
    follow();
    await listener.until('ADDED b');
    expect(server.seen[2].url.searchParams.get('resourceVersion')).toBe('6');
    expect(listener.heard).toEqual([
      'sync ',
      'connected',
      'ADDED a',
      'disconnected',
      'connected',
      'ADDED b',
    ]);
  });

  it('resumes from a bookmark, which is no change', async () => {
    server.answer(
      json(200, podList('5', [])),
      stream([podEvent('BOOKMARK', '', '900')], 'end'),
      stream([podEvent('ADDED', 'b', '901')]),
    );
    follow();
    await listener.until('ADDED b');
    expect(server.seen[2].url.searchParams.get('resourceVersion')).toBe('900');
    expect(listener.heard).toEqual(['sync ', 'connected', 'ADDED b']);
  });

  it('puts together lines that come in pieces', async () => {
    const event = podEvent('ADDED', 'ö', '6');
    server.answer(json(200, podList('5', [])), (_, response) => {
      response.writeHead(200);
      const bytes = Buffer.from(event);
      const middle = bytes.indexOf(Buffer.from('ö')) + 1;
      response.write(bytes.subarray(0, middle));
      setImmediate(() => response.write(bytes.subarray(middle)));
    });
    follow();
    await listener.until('ADDED ö');
    expect(listener.errors).toEqual([]);
  });

  it('does not take half a line for a change', async () => {
    server.answer(
      json(200, podList('5', [])),
      stream([podEvent('ADDED', 'a', '6').slice(0, 40)], 'end'),
      stream([podEvent('ADDED', 'a', '6')]),
    );
    follow();
    await listener.until('ADDED a');
    expect(listener.heard.filter(each => each === 'ADDED a')).toHaveLength(1);
    expect(listener.errors[0]).toContain('middle of a line');
    expect(server.seen[2].url.searchParams.get('resourceVersion')).toBe('5');
  });

  it.each([
    [
      'an ERROR event',
      stream([
        `${JSON.stringify({
          type: 'ERROR',
          object: failure(410, 'Expired', 'too old'),
        })}\n`,
      ]),
    ],
    ['a status', json(410, failure(410, 'Expired', 'too old'))],
  ])('lists anew after 410 as %s', async (_, gone) => {
    server.answer(
      json(200, podList('5', ['a'])),
      gone,
      json(200, podList('50', ['b'])),
      stream([podEvent('ADDED', 'c', '51')]),
    );
    follow();
    await listener.until('ADDED c');
    expect(listener.heard).toContain('sync b');
    expect(server.seen[3].url.searchParams.get('resourceVersion')).toBe('50');
  });

  it.each([
    ['500 of the list', json(500, failure(500, 'InternalError', 'oops'))],
    ['429 of the list', json(429, failure(429, 'TooManyRequests', 'busy'))],
    ['403 of the list', json(403, failure(403, 'Forbidden', 'no'))],
    [
      'a cut connection',
      (_: unknown, r: { destroy(): void }) => {
        r.destroy();
      },
    ],
    ['a page of a proxy', json(502, '<html>')],
  ])('tries again after %s and tells', async (_, fault) => {
    server.answer(
      fault,
      fault,
      json(200, podList('5', ['a'])),
      stream([podEvent('ADDED', 'b', '6')]),
    );
    follow();
    await listener.until('ADDED b');
    expect(listener.heard).toEqual([
      'disconnected',
      'disconnected',
      'sync a',
      'connected',
      'ADDED b',
    ]);
  });

  it('keeps its place when a watch is refused with 429', async () => {
    server.answer(
      json(200, podList('5', ['a'])),
      json(429, failure(429, 'TooManyRequests', 'busy'), {
        'retry-after': '0',
      }),
      stream([podEvent('ADDED', 'b', '6')]),
    );
    follow();
    await listener.until('ADDED b');
    expect(server.seen[2].url.searchParams.get('resourceVersion')).toBe('5');
  });

  it('lists anew after nonsense, of which something may have been missed', async () => {
    server.answer(
      json(200, podList('5', ['a'])),
      stream(['{"type":"ADDED","object":{}}\n']),
      json(200, podList('6', ['a', 'b'])),
      stream([podEvent('ADDED', 'c', '7')]),
    );
    follow();
    await listener.until('ADDED c');
    expect(listener.heard).toContain('sync a,b');
    expect(listener.errors[0]).toContain('no watch event');
  });

  it('refuses a line beyond all measure', async () => {
    const huge = `{"type":"ADDED","object":"${'x'.repeat(17 * 1024 * 1024)}`;
    server.answer(
      json(200, podList('5', [])),
      stream([huge]),
      json(200, podList('6', ['a'])),
      stream([]),
    );
    follow();
    await listener.until('sync a');
    expect(listener.errors[0]).toContain('more than the 16777216 bytes');
  });

  it('reopens a watch that has gone silent', async () => {
    server.answer(
      json(200, podList('5', [])),
      stream([]),
      stream([podEvent('ADDED', 'a', '6')]),
    );
    follow({ idleMs: 30 });
    await listener.until('ADDED a');
    expect(listener.errors[0]).toContain('within 30 ms');
  });

  it('does not race against a server that ends every watch at once', async () => {
    server.answer(
      json(200, podList('5', [])),
      stream([], 'end'),
      stream([], 'end'),
      stream([podEvent('ADDED', 'a', '6')]),
    );
    follow();
    await listener.until('ADDED a');
    expect(listener.errors).toHaveLength(2);
    expect(listener.errors[0]).toContain('ended the watch at once');
  });

  it('leaves out what an intermediary repeats or replays', async () => {
    server.answer(
      json(200, podList('5', ['a'])),
      stream([
        podEvent('MODIFIED', 'a', '9'),
        podEvent('MODIFIED', 'a', '9'),
        podEvent('DELETED', 'a', '5'),
        podEvent('ADDED', 'b', '10'),
      ]),
    );
    follow();
    await listener.until('ADDED b');
    expect(listener.heard).toEqual([
      'sync a',
      'connected',
      'MODIFIED a',
      'ADDED b',
    ]);
  });

  it('lists anew when the server tells of versions before those it told of: its data was restored', async () => {
    server.answer(
      json(200, podList('500', ['a'])),
      stream([podEvent('BOOKMARK', '', '500'), podEvent('BOOKMARK', '', '7')]),
      json(200, podList('8', ['old'])),
      stream([podEvent('ADDED', 'b', '9')]),
    );
    follow();
    await listener.until('ADDED b');
    expect(listener.heard).toContain('sync old');
    expect(listener.errors[0]).toContain('its data was restored');
  });

  it('lists anew when its version is too large for the server', async () => {
    server.answer(
      json(200, podList('500', ['a'])),
      json(504, {
        ...failure(504, 'Timeout', 'Too large resource version'),
        details: { causes: [{ reason: 'ResourceVersionTooLarge' }] },
      }),
      json(200, podList('8', ['old'])),
      stream([podEvent('ADDED', 'b', '9')]),
    );
    follow();
    await listener.until('ADDED b');
    expect(listener.heard).toContain('sync old');
  });

  it('keeps its place when the server fails before a watch is open, for a while', async () => {
    const fault = json(500, failure(500, 'InternalError', 'oops'));
    server.answer(
      json(200, podList('5', ['a'])),
      fault,
      stream([podEvent('ADDED', 'b', '6')], 'cut'),
      ...Array.from({ length: 6 }, () => fault),
      json(200, podList('8', ['c'])),
      stream([]),
    );
    follow();
    await listener.until('sync c');
    const { heard } = listener;
    expect(heard.filter(each => each.startsWith('sync'))).toEqual([
      'sync a',
      'sync c',
    ]);
    expect(heard).toContain('ADDED b');
  });

  it('lists anew when a handler throws', async () => {
    server.answer(
      json(200, podList('5', [])),
      stream([podEvent('ADDED', 'a', '6')]),
      json(200, podList('6', ['a'])),
      stream([]),
    );
    const note = listener.onChange.bind(listener);
    listener.onChange = () => {
      listener.onChange = note;
      throw new Error('handler broke');
    };
    follow();
    await listener.until('sync a');
    expect(listener.errors).toEqual(['handler broke']);
  });

  it('survives a server that goes away and comes back', async () => {
    server.answer(json(200, podList('5', ['a'])), stream([]));
    follow();
    await listener.until('connected');
    server.answer(stream([podEvent('ADDED', 'b', '6')]));
    server.cutConnections();
    await listener.until('ADDED b');
    expect(listener.errors).toHaveLength(1);
  });

  it('stops when told to, and says nothing more', async () => {
    const own = new AbortController();
    server.answer(json(200, podList('5', ['a'])), stream([]));
    client = createKubeClient(
      { server: `http://127.0.0.1:${server.port}` },
      { watch: QUICK },
    );
    client.watch(RESOURCES.pods, {}, listener, { signal: own.signal });
    await listener.until('connected');
    own.abort();
    await client.close();
    expect(listener.heard).toEqual(['sync a', 'connected']);
  });
});
