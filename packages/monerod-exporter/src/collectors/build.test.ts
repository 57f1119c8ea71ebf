import { collect } from '../__testUtils__/collect';
import { INFO, MASKED } from '../__testUtils__/fakeDaemon';
import { buildCollector } from './build';

describe('buildCollector', () => {
  it('names both versions', async () => {
    await expect(collect(buildCollector)).resolves.toEqual({
      'monero_build_info{version="0.18.4.0-release"}': '1',
      'monero_rpc_version_info{version="3.14"}': '1',
    });
  });

  it('leaves out a masked version', async () => {
    await expect(
      collect(buildCollector, { getInfo: async () => MASKED }),
    ).resolves.toEqual({
      'monero_rpc_version_info{version="3.14"}': '1',
    });
  });

  it('escapes what does not belong into a label', async () => {
    const getInfo = async () => ({ ...INFO, version: 'a"\n\\b' });
    await expect(collect(buildCollector, { getInfo })).resolves.toHaveProperty(
      ['monero_build_info{version="a\\"\\n\\\\b"}'],
      '1',
    );
  });
});
