import { parseExporterArgs, UsageError } from './args';

const DEFAULTS = {
  daemonUrl: 'http://127.0.0.1:18081',
  listen: { host: '0.0.0.0', port: 9000 },
  timeoutMs: 5000,
  rejoin: false,
  anonymity: {},
};

describe('parseExporterArgs', () => {
  it.each<[string, string[], unknown]>([
    ['has defaults for everything', [], DEFAULTS],
    [
      'reads both spellings of a flag',
      [
        '--daemon-url=http://127.0.0.1:1',
        '--listen',
        '127.0.0.1:0',
        '--timeout-ms=900',
      ],
      {
        daemonUrl: 'http://127.0.0.1:1',
        listen: { host: '127.0.0.1', port: 0 },
        timeoutMs: 900,
        rejoin: false,
        anonymity: {},
      },
    ],
    [
      'reads IPv6',
      ['--listen=[::1]:9000'],
      { ...DEFAULTS, listen: { host: '::1', port: 9000 } },
    ],
    [
      'watches a miner',
      ['--miner-url=http://127.0.0.1:18088'],
      { ...DEFAULTS, minerUrl: 'http://127.0.0.1:18088' },
    ],
    [
      'looks after a closed network',
      ['--rejoin'],
      { ...DEFAULTS, rejoin: true },
    ],
    [
      'reads what tor and i2pd say',
      ['--tor-report=/r/tor', '--i2pd-report=/r/i2pd'],
      {
        ...DEFAULTS,
        anonymity: {
          tor: { file: '/r/tor', services: ['p2p'] },
          i2pd: { file: '/r/i2pd' },
        },
      },
    ],
    [
      'knows what an onion address leads to',
      ['--tor-report=/r/tor', '--onion-services=rpc,p2p'],
      {
        ...DEFAULTS,
        anonymity: { tor: { file: '/r/tor', services: ['p2p', 'rpc'] } },
      },
    ],
    [
      'waits for a name',
      ['--await-name=lab-rpc.default.svc'],
      { ...DEFAULTS, awaitName: 'lab-rpc.default.svc' },
    ],
    ['helps, whatever else is asked', ['--help', '--listen=x'], 'help'],
  ])('%s', (_sentence, argv, expected) => {
    expect(parseExporterArgs(argv)).toEqual(expected);
  });

  it.each<[string[], string]>([
    [
      ['--miner-url=http://b', '--rejoin'],
      '--rejoin is for daemons: leave out --miner-url',
    ],
    [
      ['--tor-report=/r/tor', '--onion-services=p2p,web'],
      '--onion-services: "p2p,web" is not p2p, rpc or p2p,rpc',
    ],
    [['--onion-services=p2p'], '--onion-services: needs --tor-report'],
    [
      ['--i2pd-report=i2pd'],
      '--i2pd-report: "i2pd" is not the path of a file from the root on',
    ],
    [
      ['--miner-url=http://b', '--tor-report=/r/tor'],
      '--tor-report and --i2pd-report are for daemons: leave out --miner-url',
    ],
    [['--nope'], "Unknown option '--nope'. See --help"],
    [
      ['here'],
      "Unexpected argument 'here'. This command does not take positional arguments. See --help",
    ],
    [
      ['--daemon-url=http://a', '--miner-url=http://b'],
      '--daemon-url and --miner-url exclude each other: run one exporter for each',
    ],
    [
      ['--listen=9000'],
      '--listen: "9000" is not IP:PORT such as 0.0.0.0:9000 or [::]:9000',
    ],
    [
      ['--listen=localhost:9000'],
      '--listen: "localhost:9000" is not IP:PORT such as 0.0.0.0:9000 or [::]:9000',
    ],
    [
      ['--listen=0.0.0.0:70000'],
      '--listen: "70000" is not an integer from 0 to 65535',
    ],
    [
      ['--await-name=lab:18089'],
      '--await-name: "lab:18089" is not a name such as mainnet-rpc.default.svc',
    ],
    [
      ['--timeout-ms=0'],
      '--timeout-ms: "0" is not an integer from 100 to 60000',
    ],
    [
      ['--timeout-ms=5s'],
      '--timeout-ms: "5s" is not an integer from 100 to 60000',
    ],
    [
      ['--timeout-ms=1e3'],
      '--timeout-ms: "1e3" is not an integer from 100 to 60000',
    ],
  ])('refuses %j', (argv, message) => {
    expect(() => parseExporterArgs(argv)).toThrow(new UsageError(message));
  });
});
