import { isNewer } from './isNewer';

describe('isNewer', () => {
  it.each([
    ['2', '1', true],
    ['10', '9', true],
    ['9', '10', false],
    ['7', '7', false],
    ['18446744073709551617', '18446744073709551616', true],
    ['abc', '5', true],
    ['5', '', true],
  ])('says of %s after %s: %s', (version, before, newer) => {
    expect(isNewer(version, before)).toBe(newer);
  });
});
