import {
  miningNodeSet,
  ON_NETWORK,
  SOLO,
  WALLET,
} from '../testing/miningNodeSets';
import { remotePorts, xmrigArgs } from './xmrigArgs';

const OWNED = [
  '--no-color',
  '--http-host=127.0.0.1',
  '--http-port=18088',
  '--randomx-wrmsr=-1',
  '--no-huge-pages',
];

describe('xmrigArgs', () => {
  it('leave what the user wrote in its order, variables and all', () => {
    const args = [
      '-o',
      'pool:5556',
      '-u',
      'a.node-$(id)',
      '--pass=$(x',
      '--tls',
    ];
    expect(xmrigArgs(miningNodeSet({ xmrig: { args } }))).toEqual([
      ...OWNED,
      ...args,
    ]);
  });

  it('point at the restricted RPC of the node set', () => {
    const xmrig = { args: ['--rig-id=rig-$(id)', '-t', '1'] };
    expect(xmrigArgs(miningNodeSet({ ...SOLO, xmrig }))).toEqual([
      ...OWNED,
      '--url=nodes-rpc.monero.svc:18089',
      '--daemon',
      '--coin=monero',
      `--user=${WALLET}`,
      '--rig-id=rig-$(id)',
      '-t',
      '1',
    ]);
  });

  it('point at the restricted RPC of the network', () => {
    const args = xmrigArgs(miningNodeSet(ON_NETWORK));
    expect(args).toContain('--url=regtest-rpc.monero.svc:18089');
  });

  it('pay the wallet at every pool', () => {
    const args = ['-o', 'a:1', '--url=b:2', '-oc:3', '--tls'];
    const own = xmrigArgs(miningNodeSet({ wallet: WALLET, xmrig: { args } }));
    const user = `--user=${WALLET}`;
    expect(own.slice(OWNED.length)).toEqual([
      '-o',
      'a:1',
      user,
      '--url=b:2',
      user,
      '-oc:3',
      user,
      '--tls',
    ]);
  });

  it('ask for huge pages only where they are wanted', () => {
    expect(
      xmrigArgs(miningNodeSet({ ...SOLO, hugePages: true })),
    ).not.toContain('--no-huge-pages');
  });
});

describe('remotePorts', () => {
  it.each<[string[], number[]]>([
    [['-o', 'a:5556'], [5556]],
    [
      ['-oa:1', '--url=b:2', '--url', 'stratum+ssl://c:3/'],
      [1, 2, 3],
    ],
    [['-o', 'a'], [3333]],
    [
      ['-o', 'a:1', '--proxy=p:1080', '--self-select', 'd:18081'],
      [1, 1080, 18081],
    ],
    [['--rig-id=x:9'], []],
  ])('of %j', (args, ports) => {
    expect(remotePorts(args)).toEqual(ports);
  });
});
