import { dotRadius, onCircle } from './circle';

describe('the circle of members', () => {
  it('begins at the top and goes clockwise', () => {
    const [top, right, bottom, left] = onCircle(4, 10);
    expect(top.y).toBeCloseTo(-10);
    expect(right.x).toBeCloseTo(10);
    expect(bottom.y).toBeCloseTo(10);
    expect(left.x).toBeCloseTo(-10);
  });

  it.each([1, 3, 20, 100])('keeps %i dots apart', members => {
    const points = onCircle(members, 100);
    const radius = dotRadius(members, 100);
    for (let index = 1; index < members; index++) {
      const [a, b] = [points[index - 1], points[index]];
      expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(2 * radius);
    }
    expect(radius).toBeLessThanOrEqual(12);
  });
});
