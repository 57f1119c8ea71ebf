import { collect } from '../__testUtils__/collect';
import { clockCollector } from './clock';

describe('clockCollector', () => {
  it("tells the machine's time", async () => {
    await expect(
      collect(clockCollector(() => 1_772_366_400_250)),
    ).resolves.toEqual({ monero_exporter_time_seconds: '1772366400.25' });
  });
});
