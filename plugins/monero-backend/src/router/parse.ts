import { InputError } from '@backstage/errors';
import { z, type ZodType, type ZodTypeDef } from 'zod';

/** An id in a path. */
export const idSchema = z.coerce
  .number()
  .int('is a whole number')
  .positive('is a positive number')
  .max(2 ** 31 - 1, 'is too large');

/**
 * Reads untyped input.
 *
 * @param what - begins the message: "Body", "Query", "Path"
 * @throws InputError naming the first field that is wrong, and why
 */
export function parse<T>(
  schema: ZodType<T, ZodTypeDef, unknown>,
  value: unknown,
  what: string,
): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    return parsed.data;
  }
  const problems = parsed.error.issues
    .slice(0, 5)
    .map(({ path, message }) => [path.join('.'), message].filter(Boolean))
    .map(parts => parts.join(': '));
  throw new InputError(`${what}: ${problems.join('; ')}`);
}
