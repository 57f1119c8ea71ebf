import { fuzzDecoders } from './__testUtils__/fuzzDecoders';

const CASES = 5_000;

it('reads damaged captures of everything, and throws no error but its own', async () => {
  const seed = Date.now() % 2 ** 31;
  // to make the same inputs again: npm run fuzz -- client
  process.stdout.write(`fuzz: seed ${seed}\n`);
  const { values, errors } = await fuzzDecoders(seed, CASES);
  expect(values + errors).toBe(CASES);
  expect(errors).toBeGreaterThan(CASES / 10);
  expect(values).toBeGreaterThan(CASES / 100);
});
