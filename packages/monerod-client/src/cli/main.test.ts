import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FakeDaemon, fakeDaemon } from '../__testUtils__/fakeDaemon';
import { serveEmptyPeer } from '../peer';
import { socksServer } from '../proxy/__testUtils__/socksServer';
import { runCli } from './__testUtils__/runCli';
import { COMMANDS } from './commands';

const captured = (name: string): string =>
  readFileSync(
    join(__dirname, '..', 'endpoints', '__fixtures__', `${name}.json`),
    'utf8',
  );

/** Replies of a real daemon by the name of the call. */
const REPLIES: Readonly<Record<string, string>> = {
  get_info: captured('getInfo'),
  get_connections: captured('getConnections'),
};

let daemon: FakeDaemon;

beforeEach(async () => {
  daemon = await fakeDaemon((_request, response) => {
    const { body, path } = daemon.requests[daemon.requests.length - 1];
    const method = path === '/json_rpc' ? JSON.parse(body).method : path;
    response.end(
      REPLIES[method] ??
        '{"id":"0","jsonrpc":"2.0","error":{"code":-32601,"message":"Method not found"}}',
    );
  });
});

afterEach(() => daemon.stop());

const run = (...argv: string[]) =>
  runCli(argv, { env: { MONEROD_URL: daemon.url } });

describe('monerod-client', () => {
  it.each([[['--help']], [['help']], [['-h']]])(
    '%s lists every command',
    async argv => {
      const { code, stdout } = await runCli(argv);
      expect(code).toBe(0);
      for (const { name, summary } of COMMANDS) {
        expect(stdout).toMatch(new RegExp(`^  ${name} +`, 'm'));
        expect(stdout).toContain(summary);
      }
      expect(stdout).toContain('130  ended by Ctrl-C');
    },
  );

  it.each(COMMANDS.map(({ name }) => name))(
    '%s --help shows options and examples',
    async name => {
      const { code, stdout, stderr } = await runCli([name, '--help']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(new RegExp(`^Usage: monerod-client ${name} `));
      expect(stdout).toMatch(
        new RegExp(`Examples:\n  monerod-client ${name}`, 'm'),
      );
      expect(stdout).toContain('--json');
    },
  );

  it.each([
    ['no command', [], 'Usage: monerod-client COMMAND'],
    ['another word', ['inof'], 'there is no command "inof"; it is one of info'],
    ['an unknown option', ['info', '--fast'], "Unknown option '--fast'"],
    ['an argument too many', ['info', 'x'], '"x": takes no arguments'],
    ['no URL', ['info', '-u', 'ftp://x'], '--url: "ftp://x" is not an http'],
    ['a bad deadline', ['info', '--timeout=0'], '--timeout: "0" is not a'],
    ['a login without password', ['info', '--login=a'], 'USER:PASSWORD'],
    ['no method', ['rpc'], 'say which METHOD'],
    ['an unknown method', ['rpc', 'get_inf'], '"get_inf" is not known'],
    ['bad JSON', ['rpc', 'get_block', '{"a"'], '{"a": is no JSON'],
    ['a bad pair', ['rpc', 'get_block', 'height'], 'expected NAME=VALUE'],
    ['no host', ['handshake'], 'say one HOST[:PORT]'],
    ['a bad port', ['handshake', 'h:70000'], 'expected HOST, HOST:PORT'],
    [
      'an onion seed without a proxy',
      ['crawl', `${'a'.repeat(56)}.onion`],
      'say with --proxy',
    ],
    ['an I2P seed', ['crawl', 'a.b32.i2p'], 'I2P are not crawled'],
    ['no such network', ['handshake', 'h', '-n', 'main'], 'none of mainnet'],
    ['no ZMQ address', ['watch', '--zmq=http://h'], 'is not a ZMQ address'],
    ['no topic', ['watch', '--topic=x'], '--topic: "x" is none of json-min'],
    ['a bad count', ['watch', '--count=1.5'], 'is not a whole number'],
    ['no proxy', ['info', '--proxy=http://h'], 'is not a SOCKS proxy'],
    ['no fingerprint', ['info', '--fingerprint=x'], '"x" is not a SHA-256'],
    ['no address', ['address'], 'say at least one ADDRESS'],
  ])('%s is a usage error in words', async (_what, argv, words) => {
    const { code, stdout, stderr } = await runCli(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr.trim().split('\n').length === 1 || argv.length === 0).toBe(
      true,
    );
  });

  it('info speaks of the daemon in words', async () => {
    const { code, stdout } = await run('info');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^state +in sync at height \d+$/m);
    expect(stdout).toMatch(/^version +0\.18\.4/m);
    expect(stdout).toMatch(/^listener +unrestricted$/m);
  });

  it('info --json keeps every digit', async () => {
    const { stdout } = await run('info', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      inSync: true,
      nettype: 'regtest',
      restricted: false,
    });
  });

  it('info --check ends with 1 where the node is not in sync', async () => {
    const behind = captured('getInfo').replace(
      /"target_height": ?\d+/,
      '"target_height": 999999',
    );
    const far = await fakeDaemon((_request, response) => response.end(behind));
    try {
      const argv = ['info', '--check', '--url', far.url];
      const { code, stdout } = await runCli(argv);
      expect(code).toBe(1);
      expect(stdout).toMatch(/^state +\d+ blocks behind$/m);
    } finally {
      await far.stop();
    }
  });

  it('peers is a table; what peers say cannot steer the terminal', async () => {
    const evil = captured('getConnections').replace(
      /"state": ?"[a-z]+"/,
      '"state": "\\u001b[2J\\u202eevil"',
    );
    const liar = await fakeDaemon((_request, response) => response.end(evil));
    try {
      const { stdout } = await runCli(['peers', '--url', liar.url]);
      expect(stdout.split('\n')[0]).toMatch(/^ADDRESS +DIR +STATE +HEIGHT/);
      expect(stdout).toContain('\\u001b[2J\\u202eevil');
      expect(stdout).not.toContain('\u001b');
    } finally {
      await liar.stop();
    }
  });

  it('peers says what to do about a restricted listener', async () => {
    const restricted = await fakeDaemon((_request, response) => {
      response.statusCode = 404;
      response.end();
    });
    try {
      const argv = ['peers', '--known', '--url', restricted.url];
      const denied = await runCli(argv);
      expect(denied.code).toBe(4);
      expect(denied.stderr).toContain('ask the unrestricted one');
    } finally {
      await restricted.stop();
    }
  });

  it('rpc sends parameters as they are meant', async () => {
    await run('rpc', 'get_block', 'height=1', 'hash=00ff', 'fill=true');
    await run('rpc', 'on_get_block_hash', '[18446744073709551615]');
    await run('rpc', '--path', 'new_path', '{"a": {"b": []}}');
    const bodies = daemon.requests.map(({ body }) => body);
    expect(JSON.parse(bodies[0]).params).toEqual({
      height: 1,
      hash: '00ff',
      fill: true,
    });
    expect(bodies[1]).toContain('[18446744073709551615]');
    expect(daemon.requests[2]).toMatchObject({
      path: '/new_path',
      body: '{"a":{"b":[]}}',
    });
  });

  it.each([
    ['refused', ['rpc', 'get_version'], 4, 'Method not found (-32601)'],
    [
      'nobody there',
      ['info', '--url', '127.0.0.1:1'],
      3,
      'no answer from http://127.0.0.1:1',
    ],
    [
      'no peer there',
      ['handshake', '127.0.0.1:1', '-n', 'regtest'],
      3,
      '127.0.0.1:1: ECONNREFUSED',
    ],
  ])('%s has an exit code of its own', async (_what, argv, code, words) => {
    const result = await run(...argv);
    expect(result).toMatchObject({ code, stdout: '' });
    expect(result.stderr).toContain(words);
  });

  it('ends by Ctrl-C with 130', async () => {
    const silent = await fakeDaemon(() => undefined);
    try {
      const ending = new AbortController();
      const ended = runCli(['info', '--url', silent.url], {
        signal: ending.signal,
      });
      setImmediate(() => ending.abort());
      expect(await ended).toMatchObject({ code: 130, stdout: '' });
    } finally {
      await silent.stop();
    }
  });

  it('crawl finds onion services through the proxy, and nobody without it', async () => {
    const onion = `${'b'.repeat(56)}.onion`;
    const hidden = await serveEmptyPeer({ nettype: 'regtest' });
    const seed = await serveEmptyPeer({
      nettype: 'regtest',
      peers: [
        {
          address: { type: 'onion', host: onion, port: 18083 },
          peerId: 1n,
          lastSeen: 0n,
          pruningSeed: 0,
          rpcPort: 0,
          rpcCreditsPerHash: 0,
        },
      ],
    });
    const proxy = await socksServer(({ host, port }) =>
      host === onion ? hidden.port : port,
    );
    const argv = ['crawl', `127.0.0.1:${seed.port}`, '-n', 'regtest', '--json'];
    try {
      const through = await runCli([
        ...argv,
        '--proxy',
        `127.0.0.1:${proxy.port}`,
      ]);
      expect(JSON.parse(through.stdout)).toMatchObject({
        reached: 2,
        kinds: expect.arrayContaining([{ value: 'onion', count: 1 }]),
      });
      expect(proxy.requests.map(({ host }) => host)).toEqual([
        '127.0.0.1',
        onion,
      ]);
      const direct = await runCli(argv);
      expect(JSON.parse(direct.stdout)).toMatchObject({ reached: 1 });
      expect(proxy.requests).toHaveLength(2);
    } finally {
      await proxy.stop();
      hidden.close();
      seed.close();
    }
  });

  it('handshake shows what a peer says of itself', async () => {
    const peer = await serveEmptyPeer({ nettype: 'stagenet' });
    try {
      const where = ['handshake', `127.0.0.1:${peer.port}`, '-n', 'stagenet'];
      const { code, stdout } = await runCli(where);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^height +1$/m);
      expect(stdout).toMatch(/^peers told +0$/m);
      const pinged = await runCli([...where, '--ping', '--json']);
      expect(JSON.parse(pinged.stdout)).toEqual({
        peerId: expect.stringMatching(/^[0-9a-f]{16}$/),
        tookMs: expect.any(Number),
      });
    } finally {
      await peer.close();
    }
  });

  it('address says what is wrong, and exits with 1', async () => {
    const good =
      '44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A';
    const { code, stdout } = await runCli(['address', good]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^kind +standard$/m);

    const mistyped = good.replace('Sqs', 'Sqt').replace('BoZ4', 'BoZ5');
    const bad = await runCli(['address', good, mistyped, '--json']);
    expect(bad.code).toBe(1);
    expect(JSON.parse(bad.stdout)).toMatchObject([
      { valid: true, nettype: 'mainnet' },
      { valid: false, code: 'Checksum' },
    ]);
    const other = await runCli(['address', good, '--network', 'testnet']);
    expect(other.code).toBe(1);
    expect(other.stdout).toContain('give one of testnet');
  });
});
