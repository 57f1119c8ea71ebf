import fc from 'fast-check';
import {
  isKubernetesQuantity,
  parseKubernetesQuantity,
  QuantityError,
  formatBytes,
  isQuantity,
  parseQuantity,
} from './quantity';

describe('parseQuantity', () => {
  it.each([
    ['0', 0n],
    ['1', 1n],
    ['+5', 5n],
    ['-5', -5n],
    ['1k', 1000n],
    ['1Ki', 1024n],
    ['400Gi', 400n * 2n ** 30n],
    ['1.5Gi', 1610612736n],
    ['.5Gi', 536870912n],
    ['5.Gi', 5n * 2n ** 30n],
    ['1.5T', 1500000000000n],
    ['2e3', 2000n],
    ['2E3', 2000n],
    ['2E', 2000000000000000000n],
    ['12e-1', 2n],
    ['500m', 1n],
    ['1500m', 2n],
    ['-1500m', -1n],
    ['1n', 1n],
    ['1e-12', 1n],
    ['9223372036854775807', 2n ** 63n - 1n],
    ['100Ei', 2n ** 63n - 1n],
    ['1e999999', 2n ** 63n - 1n],
    ['007', 7n],
  ])('reads %s', (text, bytes) => {
    expect(parseQuantity(text)).toBe(bytes);
  });

  it.each([
    '',
    '.',
    '+',
    'Gi',
    '5 GB',
    '5GB',
    '5GiB',
    '5g',
    '5K',
    '5ki',
    '5 Gi',
    ' 5',
    '5\n',
    '1,5Gi',
    '1.5.5',
    '0x10',
    'e3',
    '5e',
    '5e+',
    '٣',
    '1'.repeat(65),
  ])('refuses %j', text => {
    expect(() => parseQuantity(text)).toThrow(QuantityError);
    expect(isQuantity(text)).toBe(false);
  });

  it('says what is wrong with the value', () => {
    expect(() => parseQuantity('5 GB')).toThrow(
      "'5 GB' is no quantity: write a number and, without a space, a unit, such as 500m, 2 or 400Gi.",
    );
  });

  it('reads whole numbers with a unit as their product', () => {
    const units = { '': 0n, Ki: 10n, Mi: 20n, Gi: 30n, Ti: 40n };
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2n ** 22n }),
        fc.constantFrom(...Object.entries(units)),
        (count, [unit, power]) => {
          expect(parseQuantity(`${count}${unit}`)).toBe(count * 2n ** power);
        },
      ),
    );
  });

  it('orders decimals as numbers', () => {
    const decimal = fc.tuple(fc.nat(1e6), fc.nat(999)).map(([whole, part]) => ({
      text: `${whole}.${String(part).padStart(3, '0')}Gi`,
      thousandths: whole * 1000 + part,
    }));
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(parseQuantity(a.text) < parseQuantity(b.text)).toBe(
          a.thousandths < b.thousandths,
        );
      }),
    );
  });

  it('reads what isQuantity says is one, and throws QuantityError on the rest', () => {
    const verdict = (text: string) => {
      try {
        return typeof parseQuantity(text) === 'bigint';
      } catch (error) {
        return error instanceof QuantityError ? false : error;
      }
    };
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[-+.eEKiGmn0-9]{0,8}$/),
    );
    fc.assert(
      fc.property(text, given => {
        expect(verdict(given)).toBe(isQuantity(given));
      }),
    );
  });
});

describe('parseKubernetesQuantity', () => {
  it.each(['Gi', '.', '+', '-.', 'e3', 'E'])('takes %j for nothing', text => {
    expect(isKubernetesQuantity(text)).toBe(true);
    expect(parseKubernetesQuantity(text)).toBe(0n);
  });

  it.each(['', ' ', '5 Gi', '5GB'])('refuses %j', text => {
    expect(isKubernetesQuantity(text)).toBe(false);
    expect(() => parseKubernetesQuantity(text)).toThrow(QuantityError);
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [1, '1 B'],
    [1023, '1023 B'],
    [1024, '1 KiB'],
    [1536, '1.5 KiB'],
    [10 * 1024 + 600, '11 KiB'],
    [1023.6 * 1024, '1 MiB'],
    [2n ** 30n * 400n, '400 GiB'],
    [3n * 2n ** 60n, '3 EiB'],
    [2n ** 75n, '32768 EiB'],
  ])('writes %s as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it('reads back within its rounding', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 60n }), bytes => {
        const text = formatBytes(bytes)
          .replace(' ', '')
          .replace('KiB', 'Ki')
          .replace(/B$/, '');
        const back = Number(parseQuantity(text));
        expect(Math.abs(back - Number(bytes))).toBeLessThanOrEqual(
          Number(bytes) * 0.06,
        );
      }),
    );
  });
});
