/** A point of a drawing. */
export interface Point {
  x: number;
  y: number;
}

/**
 * Places members on a circle, the first one at the top, then clockwise.
 *
 * @param radius - of the circle around the origin
 */
export function onCircle(members: number, radius: number): Point[] {
  return Array.from({ length: members }, (_, index) => {
    const angle = (2 * Math.PI * index) / Math.max(1, members) - Math.PI / 2;
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
}

/** How large a dot may be so that neighbours do not touch, 12 at most. */
export function dotRadius(members: number, radius: number): number {
  return Math.min(12, (Math.PI * radius) / Math.max(4, members) / 1.4);
}
