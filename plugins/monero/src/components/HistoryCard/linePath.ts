import type { Values } from './inWords';

/** The box that a line is drawn in, in units of the drawing. */
export interface Box {
  width: number;
  height: number;
}

/** Lowest and highest value of a chart. */
export interface Range {
  min: number;
  max: number;
}

/** From zero, or from below it, to the highest value; undefined when there is none. */
export function rangeOf(all: readonly Values[]): Range | undefined {
  const known = all.flat().filter((value): value is number => value !== null);
  if (known.length === 0) return undefined;
  const max = known.reduce((most, value) => Math.max(most, value), 0);
  const min = known.reduce((least, value) => Math.min(least, value), 0);
  return { min, max: max > min ? max : min + 1 };
}

/** A block or two behind is every new block on its way: no line makes a cliff of that. */
const CALM_BLOCKS = 10;

/** The range of lines that count blocks behind. */
export function blocksRangeOf(all: readonly Values[]): Range | undefined {
  const range = rangeOf(all);
  return range && { ...range, max: Math.max(CALM_BLOCKS, range.max) };
}

/**
 * The path of a line through values at equal distances. Where nothing was
 * measured there is a gap; a value between two gaps is a point.
 */
export function linePath(
  values: Values,
  { min, max }: Range,
  { width, height }: Box,
): string {
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  return values
    .map((value, index) => {
      if (value === null) return '';
      const x = round(index * step);
      const y = round(height - ((value - min) / (max - min)) * height);
      const isFirst = index === 0 || values[index - 1] === null;
      const isAlone =
        isFirst && (values[index + 1] === null || index === values.length - 1);
      return `${isFirst ? 'M' : 'L'}${x} ${y}${isAlone ? 'h0' : ''}`;
    })
    .join('');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
