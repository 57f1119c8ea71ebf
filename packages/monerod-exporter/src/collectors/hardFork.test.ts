import { collect } from '../__testUtils__/collect';
import { hardForkCollector } from './hardFork';

describe('hardForkCollector', () => {
  it('names the rules in force', async () => {
    await expect(collect(hardForkCollector)).resolves.toEqual({
      monero_hard_fork_version: '16',
      monero_hard_fork_earliest_height: '2689608',
      'monero_hard_fork_state_info{state="ready"}': '1',
    });
  });
});
