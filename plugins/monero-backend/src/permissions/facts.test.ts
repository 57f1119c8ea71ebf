import { passes, spellingsOf } from './facts';
import { objectRules, proposalRules } from './rules';

describe('spellingsOf', () => {
  it.each([
    [
      'group:default/wallets',
      ['group:default/wallets', 'group:wallets', 'default/wallets', 'wallets'],
    ],
    [
      'wallets',
      ['group:default/wallets', 'group:wallets', 'default/wallets', 'wallets'],
    ],
    ['user:default/ana', ['user:default/ana', 'user:ana']],
    ['group:acme/wallets', ['group:acme/wallets', 'acme/wallets']],
    ['user:acme/ana', ['user:acme/ana']],
    ['a:b:c', ['a:b:c']],
    ['', ['']],
  ])('of %s', (ref, spellings) => {
    expect(spellingsOf(ref)).toEqual(spellings);
  });
});

describe('rules', () => {
  const facts = {
    cluster: 'dev',
    namespace: 'monero',
    owner: 'wallets',
    proposedBy: 'user:default/ana',
  };

  it.each([
    [objectRules.isOwner, { owners: ['group:default/wallets'] }, true],
    [objectRules.isOwner, { owners: ['user:default/wallets'] }, false],
    [objectRules.isOwner, { owners: [] }, false],
    [objectRules.inCluster, { clusters: ['prod', 'dev'] }, true],
    [objectRules.inCluster, { clusters: ['prod'] }, false],
    [objectRules.inNamespace, { namespaces: ['monero'] }, true],
    [proposalRules.isOwner, { owners: ['wallets'] }, true],
    [proposalRules.isProposer, { users: ['user:default/ana'] }, true],
    [proposalRules.isProposer, { users: ['user:default/bo'] }, false],
  ])('%# say the same in memory and as a query', (rule, params, allowed) => {
    const { apply, toQuery } = rule as typeof objectRules.isOwner;
    expect(apply(facts, params as { owners: string[] })).toBe(allowed);
    const filter = toQuery(params as { owners: string[] });
    expect('field' in filter && passes(facts, filter)).toBe(allowed);
  });

  it('do not cover what has no owner', () => {
    const { owner: _, ...unowned } = facts;
    expect(objectRules.isOwner.apply(unowned, { owners: ['wallets'] })).toBe(
      false,
    );
  });
});
