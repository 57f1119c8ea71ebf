import { Collector } from './collector';

/** The rules in force, from hard_fork_info. */
export const hardForkCollector: Collector = {
  name: 'hard_fork',
  async collect(daemon, metrics) {
    const fork = await daemon.hardForkInfo();
    metrics.gauge(
      'monero_hard_fork_version',
      'Version of the rules in force.',
      fork.version,
    );
    metrics.gauge(
      'monero_hard_fork_earliest_height',
      'Height from which these rules may hold.',
      fork.earliestHeight,
    );
    metrics.facts(
      'monero_hard_fork_state_info',
      'Whether this release is recent enough for the network: ready, update-needed or likely-forked.',
      { state: fork.state },
    );
  },
};
