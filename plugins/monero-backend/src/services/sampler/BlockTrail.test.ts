import { BlockTrail } from './BlockTrail';

const blocks = (text: string) =>
  new Map(
    text.split(' ').map((each): [number, string] => {
      const [index, hash] = each.split(':');
      return [Number(index), hash];
    }),
  );

describe('BlockTrail', () => {
  it('joins windows that overlap', () => {
    const trail = new BlockTrail();
    trail.follow(blocks('1:a 2:b 3:c'));
    expect(trail.follow(blocks('3:c 4:d 5:e'))).toEqual(
      blocks('1:a 2:b 3:c 4:d 5:e'),
    );
  });

  it('forgets what has been reorganised away', () => {
    const trail = new BlockTrail();
    trail.follow(blocks('1:a 2:b 3:c'));
    expect(trail.follow(blocks('2:x 3:y 4:z'))).toEqual(blocks('2:x 3:y 4:z'));
  });

  it('forgets what nothing connects with the present', () => {
    const trail = new BlockTrail();
    trail.follow(blocks('1:a 2:b'));
    expect(trail.follow(blocks('9:i 10:j'))).toEqual(blocks('9:i 10:j'));
  });

  it('keeps what it knows while nothing is told', () => {
    const trail = new BlockTrail();
    trail.follow(blocks('1:a 2:b'));
    expect(trail.follow(undefined)).toEqual(blocks('1:a 2:b'));
  });

  it('keeps 200 blocks', () => {
    const trail = new BlockTrail();
    for (let index = 0; index < 500; index++) {
      trail.follow(blocks(`${index}:h${index} ${index + 1}:h${index + 1}`));
    }
    expect(trail.follow(undefined)?.size).toBe(200);
  });
});
