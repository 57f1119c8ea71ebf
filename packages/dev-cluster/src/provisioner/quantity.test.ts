import { compareQuantities } from './quantity';

describe('quantities', () => {
  it.each([
    ['1Gi', '1024Mi', 0],
    ['1G', '1Gi', -1],
    ['2Gi', '1Gi', 1],
    ['1.5Gi', '1536Mi', 0],
    ['1e9', '1G', 0],
    ['1000', '1k', 0],
    ['128974848000m', '128974848', 0],
    ['10Ti', '9Ti', 1],
  ])('%s against %s', (a, b, sign) => {
    expect(Math.sign(compareQuantities(a, b))).toBe(sign);
  });

  it.each(['', '5 GB', '1gi', '-1', 'much'])('%j is none', text => {
    expect(() => compareQuantities(text, '1')).toThrow(
      `"${text}" is not a quantity`,
    );
  });
});
