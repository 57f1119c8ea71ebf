/**
 * Characters that would do something to a terminal, or hide: control bytes,
 * and those that turn the direction of writing.
 */
const UNPRINTABLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** Text from outside, fit for a terminal. */
export function printable(text: string): string {
  return text.replace(
    UNPRINTABLE,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Lines whose columns stand below each other; `right` lists those set right. */
export function padded(
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string[] {
  const cells = rows.map(row => row.map(printable));
  const widths = cells.reduce<number[]>(
    (sofar, row) =>
      row.map((cell, column) => Math.max(cell.length, sofar[column] ?? 0)),
    [],
  );
  return cells.map(row =>
    row
      .map((cell, column) =>
        right.includes(column)
          ? cell.padStart(widths[column])
          : cell.padEnd(widths[column]),
      )
      .join('  ')
      .trimEnd(),
  );
}

const lines = (each: readonly string[]): string =>
  each.map(line => `${line}\n`).join('');

/** A column of a table: its title and its cell of a row. */
export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
  /** Numbers stand to the right. */
  readonly right?: boolean;
}

/** A table with titles. */
export function table<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): string {
  const right = columns.flatMap((column, index) =>
    column.right ? [index] : [],
  );
  const titles = columns.map(({ title }) => title.toUpperCase());
  const cells = rows.map(row => columns.map(({ cell }) => cell(row)));
  return lines(padded([titles, ...cells], right));
}

/** What is known of one thing: a name and a value a line. Unknown values are left out. */
export function facts(
  pairs: readonly (readonly [string, string | undefined])[],
): string {
  return lines(
    padded(
      pairs.flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    ),
  );
}
