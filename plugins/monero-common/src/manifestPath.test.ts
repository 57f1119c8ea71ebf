import { DEFAULT_MANIFEST_PATH, manifestPath } from './manifestPath';

const ref = { cluster: 'eu-1', namespace: 'wallets', name: 'wallet-eu' };

describe('manifestPath', () => {
  it.each([
    [DEFAULT_MANIFEST_PATH, 'clusters/eu-1/wallets/wallet-eu.yaml'],
    ['${{cluster}}/${{  name  }}.yml', 'eu-1/wallet-eu.yml'],
    ['${{ name }}/${{ name }}.yaml', 'wallet-eu/wallet-eu.yaml'],
    ['fixed.yaml', 'fixed.yaml'],
    ['${{ kind }}/${{ name }}.yaml', 'moneronodeset/wallet-eu.yaml'],
  ])('%s is %s', (template, expected) => {
    expect(manifestPath(template, ref)).toBe(expected);
  });

  it.each(['${{ owner }}', '${{ constructor }}', '${{ }}'])(
    'refuses %s, and says what a path can hold',
    placeholder => {
      expect(() => manifestPath(`a/${placeholder}.yaml`, ref)).toThrow(
        `holds ${placeholder}; it can hold \${{ cluster }}, \${{ namespace }}, \${{ name }} and \${{ kind }}`,
      );
    },
  );
});
