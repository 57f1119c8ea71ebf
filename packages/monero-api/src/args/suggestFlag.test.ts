import { suggestFlag } from './suggestFlag';

describe('suggestFlag', () => {
  it.each([
    ['--out-peer', '--out-peers'],
    ['--outpeers=64', '--out-peers'],
    ['--public-nod', '--public-node'],
    ['--Limit-Rate=1', '--limit-rate'],
    ['--enable-dns-block-list', '--enable-dns-blocklist'],
    ['dns-blocklist', '--enable-dns-blocklist'],
    ['--datadir=/mnt', undefined],
    ['--wallet-file', undefined],
    ['--x', undefined],
    ['--', undefined],
    [`--${'out-peers'.repeat(100)}`, undefined],
  ])('for %s offers %s', (typed, offered) => {
    expect(suggestFlag(typed)).toBe(offered);
  });
});
