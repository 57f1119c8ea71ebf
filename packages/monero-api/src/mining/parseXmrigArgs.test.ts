import { findXmrigFlag, parseXmrigArgs } from './parseXmrigArgs';

describe('parseXmrigArgs', () => {
  it('reads every spelling of an option', () => {
    expect(
      parseXmrigArgs([
        '-o',
        'a:1',
        '-ob:2',
        '--url=c:3',
        '--tls',
        'stray',
        '--unknown=x',
        '-u',
      ]),
    ).toEqual([
      { flag: 'url', value: 'a:1', index: 0 },
      { flag: 'url', value: 'b:2', index: 2 },
      { flag: 'url', value: 'c:3', index: 3 },
      { flag: 'tls', index: 4 },
      { flag: 'unknown', value: 'x', index: 6 },
      { flag: 'user', index: 7 },
    ]);
  });

  it.each([
    ['--rig-id=a', 'rig-id'],
    ['-k', 'keepalive'],
    ['-', undefined],
    ['--rig', undefined],
    ['rig-id', undefined],
  ])('knows the option of %s', (arg, name) => {
    expect(findXmrigFlag(arg)?.name).toBe(name);
  });
});
