import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Listener } from '../endpoint';
import { parseJson } from '../json';
import { WireReader } from '../wire';
import { getInfo } from './getInfo';

function decode(
  file: string,
  changes: Record<string, unknown>,
  listener: Listener = 'unrestricted',
) {
  const text = readFileSync(
    join(__dirname, '__fixtures__', `${file}.json`),
    'utf8',
  );
  const { result } = parseJson(text) as { result: Record<string, unknown> };
  const fields = Object.entries({ ...result, ...changes }).filter(
    ([, value]) => value !== undefined,
  );
  return getInfo.decode(
    new WireReader(Object.fromEntries(fields), 'get_info'),
    { listener },
  );
}

describe('getInfo', () => {
  it('keeps a target height while behind', () => {
    expect(decode('getInfo', { target_height: 189 }).targetHeight).toBe(189);
  });

  it('knows a difficulty beyond 64 bits', () => {
    const wide = '0x123456789abcdef0123456789abcdef';
    expect(
      decode('getInfo', { wide_cumulative_difficulty: wide })
        .cumulativeDifficulty,
    ).toBe(BigInt(wide));
  });

  it('goes by the listener where a daemon does not say that it is restricted', () => {
    const info = decode(
      'getInfo.restricted',
      { restricted: undefined },
      'restricted',
    );
    expect(info).toMatchObject({
      restricted: true,
      databaseSizeApproximate: true,
    });
    expect(info.version).toBeUndefined();
    expect(info.incomingConnections).toBeUndefined();
  });

  it('believes a daemon that says it is restricted, whatever listener was asked for', () => {
    expect(decode('getInfo.restricted', {}).freeSpaceBytes).toBeUndefined();
  });

  it('never takes the largest number for free space', () => {
    expect(
      decode('getInfo', { free_space: 2n ** 64n - 1n }).freeSpaceBytes,
    ).toBeUndefined();
  });

  it('reads daemons from before busy_syncing', () => {
    expect(decode('getInfo', { busy_syncing: undefined }).busySyncing).toBe(
      false,
    );
  });

  it('refuses a chain that it does not know', () => {
    expect(() => decode('getInfo', { nettype: 'moon' })).toThrow(
      'get_info.nettype: expected one of mainnet, testnet, stagenet, fakechain, got "moon"',
    );
  });
});
