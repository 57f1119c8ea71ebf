import {
  DEFAULT_I2PD_IMAGE,
  DEFAULT_MONEROD_IMAGE,
  DEFAULT_TOR_IMAGE,
  DEFAULT_XMRIG_IMAGE,
  parseOperatorOptions,
} from './options';

describe('parseOperatorOptions', () => {
  it('has defaults for all but the image of the exporter', () => {
    expect(parseOperatorOptions(['--exporter-image=e'])).toEqual({
      exporterImage: 'e',
      monerodImage: DEFAULT_MONEROD_IMAGE,
      xmrigImage: DEFAULT_XMRIG_IMAGE,
      torImage: DEFAULT_TOR_IMAGE,
      i2pdImage: DEFAULT_I2PD_IMAGE,
      torConfigMap: undefined,
      i2pConfigMap: undefined,
      namespaces: undefined,
      healthAddress: ':8081',
      metricsAddress: ':8080',
      leaderElectionNamespace: undefined,
      requestTimeoutMs: 30_000,
      watchSilenceMs: 100_000,
      kubeconfig: undefined,
    });
  });

  it('watches the namespaces that it is given, each once', () => {
    const { namespaces } = parseOperatorOptions([
      '--exporter-image=e',
      '--namespace=monero',
      '--namespace=regtest',
      '--namespace=monero',
    ]);
    expect(namespaces).toEqual(['monero', 'regtest']);
  });

  it.each([
    [
      ['--exporter-image=e', '--namespace=monero,regtest'],
      '--namespace "monero,regtest": not a name of a namespace',
    ],
    [['--exporter-image=e', '--namespace='], '--namespace "": not a name'],
    [[], '--exporter-image is required'],
    [['--exporter-image=e', '--nonsense'], "Unknown option '--nonsense'"],
    [['--exporter-image'], 'argument missing'],
    [
      ['--exporter-image=e', '--request-timeout=soon'],
      '--request-timeout: "soon" is no number of seconds',
    ],
    [
      ['--exporter-image=e', '--watch-silence=0'],
      '--watch-silence: "0" is no number of seconds',
    ],
    [['--exporter-image=e', 'word'], "Unexpected argument 'word'"],
  ])('explains what is wrong with %j', (argv, message) => {
    expect(() => parseOperatorOptions(argv)).toThrow(message);
    expect(() => parseOperatorOptions(argv)).toThrow('Usage: monero operator');
  });
});
