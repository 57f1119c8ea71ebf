import { encode } from 'uqr';

/** Light modules around the code, as the standard wants them. */
const QUIET_ZONE = 4;
/** An address of 100 characters is a small code; more than this is no address. */
const MAX_LENGTH = 512;

/** A QR code to be drawn. */
export interface QrPath {
  /** Width and height in modules, with the quiet zone. */
  size: number;
  /** The dark modules as an SVG path. */
  path: string;
}

/**
 * Draws a text as a QR code; a quarter less of it can still be read.
 *
 * @returns undefined for a text that is too long to be read from a screen
 */
export function qrPathOf(text: string): QrPath | undefined {
  if (text.length > MAX_LENGTH) {
    return undefined;
  }
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  return {
    size,
    path: data.map((row, y) => runsOf(row, y)).join(''),
  };
}

/** Dark modules side by side are one rectangle. */
function runsOf(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    const start = x;
    while (row[x]) x++;
    if (x > start) {
      path += `M${start} ${y}h${x - start}v1h-${x - start}z`;
    }
  }
  return path;
}
