import { UsageError } from './UsageError';

/** What parseArgs gives. */
export type RawValues = Readonly<
  Record<string, string | boolean | readonly (string | boolean)[] | undefined>
>;

/** Reads the values of options, each with the type that is expected there. */
export class OptionValues {
  constructor(private readonly values: RawValues) {}

  flag(name: string): boolean {
    return this.values[name] === true;
  }

  text(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === 'string' ? value : undefined;
  }

  /** All values of an option that may be given more than once. */
  texts(name: string): readonly string[] {
    const value = this.values[name];
    return Array.isArray(value) ? value.map(String) : [];
  }

  /** One of some words. @throws UsageError listing them */
  oneOf<T extends string>(name: string, words: readonly T[]): T | undefined {
    const value = this.text(name);
    if (value === undefined || words.includes(value as T)) {
      return value as T | undefined;
    }
    throw new UsageError(
      `--${name}: ${JSON.stringify(value)} is none of ${words.join(', ')}`,
    );
  }

  /** A number within bounds. @throws UsageError naming them */
  number(name: string, { min, max }: { min: number; max: number }) {
    const value = this.text(name);
    if (value === undefined) {
      return undefined;
    }
    const number = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : NaN;
    if (!(number >= min && number <= max)) {
      throw new UsageError(
        `--${name}: ${JSON.stringify(
          value,
        )} is not a number from ${min} to ${max}`,
      );
    }
    return number;
  }

  /** An integer within bounds. @throws UsageError naming them */
  integer(name: string, bounds: { min: number; max: number }) {
    const number = this.number(name, bounds);
    if (number !== undefined && !Number.isInteger(number)) {
      throw new UsageError(`--${name}: ${number} is not a whole number`);
    }
    return number;
  }
}
