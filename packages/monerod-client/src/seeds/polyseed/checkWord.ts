/**
 * The checksum of polyseeds: words are the coefficients of a polynomial over
 * the field of 2,048 elements, which is zero at 2. Any one wrong word is found.
 */

/** Elements of the field, and words of a list. */
export const FIELD_SIZE = 2 ** 11;

/** x^11 + x^2 + 1, by which products are reduced. */
const MODULUS = 0x805;

const doubled = (element: number): number => {
  const product = element * 2;
  return product < FIELD_SIZE ? product : product ^ MODULUS;
};

/** Value of a polynomial at 2, its constant coefficient first. */
export const valueAtTwo = (coefficients: readonly number[]): number =>
  coefficients.reduceRight(
    (value, coefficient) => doubled(value) ^ coefficient,
    0,
  );
