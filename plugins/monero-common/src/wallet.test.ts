import { checkWallet } from './wallet';

/** Of the reference wallet's tests: worth nothing to anybody. */
const MAINNET =
  '42w4mJnAX8rJPvZTFetXaxRvGNpwh3u6pbFcdaKscN4wiccFbKotahU3Qo6L2B3xNUPvd7qxLNcJrU3w4ndEiWA14d5rG9h';

describe('checkWallet', () => {
  it('takes a good address, and regtest takes those of mainnet', () => {
    for (const nettype of [undefined, 'mainnet', 'regtest'] as const) {
      expect(checkWallet(MAINNET, { nettype, solo: true })).toMatchObject({
        address: { kind: 'standard', nettype: 'mainnet' },
      });
    }
  });

  it('says which character is mistyped', () => {
    const typo = `${MAINNET.slice(0, 20)}Q${MAINNET.slice(21)}`;
    expect(checkWallet(typo, { solo: true }).problem).toMatch(
      /character 21 should probably be ".*" rather than "Q"\.$/,
    );
  });

  it.each([
    ['stagenet', /This is an address of mainnet; give one of stagenet\.$/],
    ['testnet', /This is an address of mainnet; give one of testnet\.$/],
  ] as const)('refuses one of another network than %s', (nettype, words) => {
    expect(checkWallet(MAINNET, { nettype, solo: true }).problem).toMatch(
      words,
    );
  });

  it.each([
    ['../../etc/passwd', /16 characters; an address has 95/],
    ['$(id)', /5 characters/],
    ['{{ secrets }}', /white space/],
    // Cyrillic letters that look like Latin ones.
    [MAINNET.replace(/a/g, 'а'), /Character|character/],
    ['4'.repeat(10_000_000), /10000000 characters/],
  ])('refuses what is no address: %#', (text, words) => {
    expect(checkWallet(text, { solo: false }).problem).toMatch(words);
  });
});
