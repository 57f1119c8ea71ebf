import { shownCondition } from './tones';

describe('shownCondition', () => {
  it.each([
    ['Ready', 'True', 'Ready'],
    ['Ready', 'False', 'Not ready'],
    ['Ready', 'Unknown', 'Not ready'],
    ['Reconciling', 'True', 'Changing'],
    ['Reconciling', 'False', undefined],
    ['Stalled', 'True', 'Stalled'],
    ['Stalled', 'False', undefined],
    ['Paused', 'True', 'Paused'],
    ['Relaying', 'True', undefined],
    ['Relaying', 'False', 'Not relaying'],
    ['RpcPublished', 'True', undefined],
    ['RpcPublished', 'False', 'Not published'],
    ['RpcPublished', 'Unknown', undefined],
    ['SomethingNew', 'True', undefined],
  ])('%s %s reads %s', (type, status, word) => {
    expect(shownCondition({ type, status })?.word).toBe(word);
  });

  it('says its message, else its reason', () => {
    expect(
      shownCondition({ type: 'Ready', status: 'True', reason: 'InSync' }),
    ).toMatchObject({ message: 'InSync' });
  });
});
