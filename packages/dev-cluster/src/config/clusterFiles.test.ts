import { parse } from 'yaml';
import { renderConfigFiles } from './clusterFiles';
import * as commands from './commands';

describe('renderConfigFiles', () => {
  it('renders every file of a cluster of one node', () => {
    expect(renderConfigFiles('dev', 1)).toMatchSnapshot();
  });

  it('gives no two nodes the same address, range, socket or folder', () => {
    const files = renderConfigFiles('dev', 9);
    const perNode = (file: string, pick: (text: string) => unknown) =>
      Array.from({ length: 9 }, (_, i) => pick(files[`node-${i}/${file}`]));
    const values = [
      ...perNode('kubelet.yaml', text => parse(text).address),
      ...perNode('kubelet.yaml', text => parse(text).podLogsDir),
      ...perNode('kubelet.yaml', text => parse(text).containerRuntimeEndpoint),
      ...perNode(
        'cni/10-pods.conflist',
        text => JSON.parse(text).plugins[0].ipam.subnet,
      ),
      ...perNode('cni/10-pods.conflist', text => JSON.parse(text).name),
      ...perNode('containerd.toml', text => /^root = .*/m.exec(text)?.[0]),
      ...perNode('containerd.toml', text => /^state = .*/m.exec(text)?.[0]),
    ];
    expect(values).not.toContain(undefined);
    expect(new Set(values).size).toBe(values.length);
  });
});

describe('commands', () => {
  it('start the programs with these arguments', () => {
    const node = { name: 'node-0', index: 0 };
    expect({
      etcd: commands.etcdCommand('/bin'),
      apiServer: commands.apiServerCommand('/bin'),
      controllerManager: commands.controllerManagerCommand('/bin'),
      scheduler: commands.schedulerCommand('/bin'),
      kubeProxy: commands.kubeProxyCommand('/bin'),
      coredns: commands.corednsCommand('/bin'),
      metricsServer: commands.metricsServerCommand('/bin'),
      containerd: commands.containerdCommand('/bin', node),
      kubelet: commands.kubeletCommand('/bin', node),
      apiRelay: commands.apiRelayCommand(),
    }).toMatchSnapshot();
  });
});
