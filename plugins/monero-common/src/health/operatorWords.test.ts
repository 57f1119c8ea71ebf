import { namesOfFound, upToReasonOf } from './operatorWords';

describe('upToReasonOf', () => {
  it.each([
    [
      'a rollout keeps for whom it waits',
      '1 of 3 nodes replaced; waits for web-2: Container tor: no. Really.',
      '1 of 3 nodes replaced; waits for web-2.',
    ],
    [
      'a sentence of its own goes altogether',
      '2 of 3 nodes are in sync. web-2: Container tor: no.',
      '2 of 3 nodes are in sync.',
    ],
    [
      'the first of several ends it',
      '1 of 3 members changed; waits for lab-2: 0 of 1 nodes are in sync. web-2: no.',
      '1 of 3 members changed; waits for lab-2.',
    ],
    [
      'a name that is part of another is none',
      'waits for web-2-0: no.',
      'waits for web-2-0: no.',
    ],
    [
      'what is said of others stays',
      'waits for web-1: 3 blocks behind.',
      'waits for web-1: 3 blocks behind.',
    ],
    ['nothing may be left', 'web-2: no.', ''],
  ])('%s', (_, message, is) => {
    expect(upToReasonOf(message, ['web-2', 'lab-2'])).toBe(is);
  });
});

describe('namesOfFound', () => {
  it('names those whose reason is long', () => {
    expect(
      namesOfFound([{ pod: 'web-0' }, { pod: 'web-1', brief: 'No image.' }]),
    ).toEqual(['web-1']);
  });
});
