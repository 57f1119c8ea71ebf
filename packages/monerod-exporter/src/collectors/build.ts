import { Collector } from './collector';

/** Which monerod this is, from get_info and get_version. */
export const buildCollector: Collector = {
  name: 'build',
  async collect(daemon, metrics) {
    const [info, rpc] = await Promise.all([
      daemon.getInfo(),
      daemon.getVersion(),
    ]);
    metrics.facts(
      'monero_build_info',
      'Version of the daemon; absent on a restricted listener.',
      { version: info.version },
    );
    metrics.facts('monero_rpc_version_info', 'Version of the RPC.', {
      version: `${rpc.major}.${rpc.minor}`,
    });
  },
};
