import type { MoneroMiningNodeSetSpec } from '../generated/MoneroMiningNodeSet';
import { withMiningDefaults } from './withMiningDefaults';

const resolve = (spec: MoneroMiningNodeSetSpec) => withMiningDefaults({ spec });
const memory = (args: string[]) =>
  resolve({ xmrig: { args } }).xmrig.resources.requests.memory;

describe('withMiningDefaults', () => {
  it('leaves nothing open', () => {
    expect(resolve({ daemonRef: { name: 'nodes' } })).toEqual({
      replicas: 1,
      hardAntiAffinity: false,
      xmrig: {
        args: [],
        resources: {
          requests: { cpu: '100m', memory: '2560Mi' },
          limits: { memory: '3Gi' },
        },
      },
      hugePages: false,
      daemonRef: { kind: 'MoneroNodeSet', name: 'nodes' },
      podTemplate: {
        labels: {},
        annotations: {},
        nodeSelector: {},
        tolerations: [],
        topologySpreadConstraints: [],
        imagePullSecrets: [],
      },
      paused: false,
    });
  });

  it('keeps the kind of the daemon', () => {
    const daemonRef = { kind: 'MoneroNetwork', name: 'regtest' } as const;
    expect(resolve({ daemonRef }).daemonRef).toEqual(daemonRef);
  });

  it.each<[string[], string]>([
    [[], '2560Mi'],
    [['--randomx-mode=fast'], '2560Mi'],
    [['--randomx-mode=light'], '384Mi'],
    [['--randomx-mode', 'light'], '384Mi'],
    [['--randomx-mode=light', '--randomx-mode=fast'], '2560Mi'],
    [['--randomx-mode'], '2560Mi'],
  ])('gives memory that fits %j', (args, expected) => {
    expect(memory(args)).toBe(expected);
  });

  it('takes named resources as they are', () => {
    const resources = { requests: { cpu: 2 } };
    expect(resolve({ xmrig: { resources } }).xmrig.resources).toEqual({
      requests: { cpu: 2 },
      limits: {},
    });
  });

  it('asks for huge pages only where they are wanted', () => {
    const limits = (spec: MoneroMiningNodeSetSpec) =>
      resolve(spec).xmrig.resources.limits['hugepages-2Mi'];
    const light = ['--randomx-mode=light'];
    expect(limits({})).toBeUndefined();
    expect(limits({ hugePages: true })).toBe('2560Mi');
    expect(limits({ hugePages: true, xmrig: { args: light } })).toBe('512Mi');
    const own = { limits: { 'hugepages-2Mi': '4Gi' } };
    expect(limits({ hugePages: true, xmrig: { resources: own } })).toBe('4Gi');
  });
});
