import { Connection, DaemonInfo, MonerodError } from 'monerod-client';
import { connection as link, INFO } from './__testUtils__/fakeDaemon';
import { keepJoined, peerToGreetAgain } from './rejoin';

/** A daemon at height 6 that waits for somebody to tell it that it is in sync. */
const STRANDED: DaemonInfo = { ...INFO, height: 6, synchronized: false };

const peer = (changes: Partial<Connection> = {}): Connection => ({
  ...link(true),
  address: '10.244.1.7:41234',
  height: 6,
  liveSeconds: 60,
  receivedIdleSeconds: 20,
  sentIdleSeconds: 20,
  ...changes,
});

describe('peerToGreetAgain', () => {
  it('is a peer that claims no more than the daemon has', () => {
    const behind = peer({ height: 1, address: '10.244.1.8:1' });
    const equal = peer();
    expect(peerToGreetAgain(STRANDED, [behind])).toBe(behind);
    expect(peerToGreetAgain(STRANDED, [behind, equal])).toBe(equal);
  });

  it('is also a peer that announces blocks, which the daemon ignores', () => {
    const announcing = peer({ receivedIdleSeconds: 0 });
    expect(peerToGreetAgain(STRANDED, [announcing])).toBe(announcing);
  });

  it.each<[string, Partial<DaemonInfo>, Connection[]]>([
    ['a daemon in sync', { synchronized: true }, [peer()]],
    ['a daemon that adds blocks', { busySyncing: true }, [peer()]],
    ['a daemon with a target', { targetHeight: 9 }, [peer()]],
    ['a daemon alone by wish', { offline: true }, [peer()]],
    ['a daemon without peers', {}, []],
    ['a peer that is ahead', {}, [peer(), peer({ height: 7 })]],
    [
      'a peer that sends blocks',
      {},
      [peer(), peer({ state: 'synchronizing' })],
    ],
    ['a peer that came just now', {}, [peer({ liveSeconds: 2 })]],
    ['a peer that gets blocks', {}, [peer({ sentIdleSeconds: 0 })]],
    ['a peer before its greeting', {}, [peer({ state: 'before_handshake' })]],
  ])('leaves alone %s', (_, info, connections) => {
    expect(peerToGreetAgain({ ...STRANDED, ...info }, connections)).toBe(
      undefined,
    );
  });
});

describe('keepJoined', () => {
  /** Looks at a daemon so many times; what it says is the test's to choose. */
  async function look(
    times: number,
    answers: {
      info?: (look: number) => DaemonInfo;
      connections?: Connection[];
      setBans?: () => Promise<void>;
    } = {},
  ) {
    const stop = new AbortController();
    const bans: Array<{ look: number; bans: readonly unknown[] }> = [];
    const lines: string[] = [];
    let looks = 0;
    await keepJoined({
      client: {
        getInfo: async () => (answers.info ?? (() => STRANDED))(looks),
        getConnections: async () => answers.connections ?? [peer()],
        setBans: async params => {
          bans.push({ look: looks, ...params });
          await answers.setBans?.();
        },
      },
      timeoutMs: 1000,
      signal: stop.signal,
      print: line => lines.push(line),
      pause: async () => {
        looks += 1;
        if (looks > times) stop.abort();
      },
    });
    return { bans, lines };
  }

  it('hangs up for a second at the second look, then ever more rarely', async () => {
    const { bans, lines } = await look(40);
    expect(bans.map(each => each.look)).toEqual([2, 6, 14, 26, 38]);
    expect(bans[0].bans).toEqual([
      { host: '10.244.1.7', ban: true, seconds: 1 },
    ]);
    expect(lines[0]).toBe(
      'no peer is ahead, and monerod does not notice that it is in sync: hanging up on 10.244.1.7:41234, to be greeted again',
    );
  });

  it('begins anew when the daemon was in sync meanwhile', async () => {
    const { bans } = await look(8, {
      info: at => (at === 3 ? INFO : STRANDED),
    });
    expect(bans.map(each => each.look)).toEqual([2, 5]);
  });

  it('names an IPv6 host as monerod wants it', async () => {
    const { bans } = await look(2, {
      connections: [peer({ address: '[fd00::7]:18080' })],
    });
    expect(bans[0].bans).toMatchObject([{ host: 'fd00::7' }]);
  });

  it('goes on after a daemon that does not answer, without a word', async () => {
    const { bans, lines } = await look(5, {
      info: at => {
        if (at < 4) throw new MonerodError('Unreachable', 'get_info: refused');
        return STRANDED;
      },
    });
    expect(bans.map(each => each.look)).toEqual([5]);
    expect(lines).toHaveLength(1);
  });

  it('says so when hanging up fails', async () => {
    const { lines } = await look(2, {
      setBans: async () => {
        throw new MonerodError('Timeout', 'set_bans: no answer');
      },
    });
    expect(lines[1]).toMatch(/^hanging up failed: .*set_bans: no answer/);
  });
});
