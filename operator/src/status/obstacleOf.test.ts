import { KubeError } from '@monero-portal/kube-client';
import { NameTakenError } from '../machinery/applyChanges';
import { obstacleOf } from './obstacleOf';

const forbidden = (message: string, reason?: string) =>
  new KubeError({
    code: 'Forbidden',
    message: `PATCH host/path: ${message} (HTTP 403)`,
    causes: reason ? [{ reason, message: '' }] : [],
  });

describe('obstacleOf', () => {
  it.each<[string, Error, string, string]>([
    [
      'a name that is taken',
      new NameTakenError('Service a exists'),
      'NameTaken',
      'Service a exists',
    ],
    [
      'a namespace that is going',
      forbidden('unable to create new content', 'NamespaceTerminating'),
      'NamespaceTerminating',
      'apply it in another namespace',
    ],
    [
      'a quota',
      forbidden(
        'services "nodes-rpc" is forbidden: exceeded quota: small, requested: services=1, used: services=1, limited: services=1',
      ),
      'QuotaExceeded',
      'no room: exceeded quota: small, requested: services=1, used: services=1, limited: services=1. Raise that ResourceQuota',
    ],
    [
      'definitions of before',
      new KubeError({
        code: 'Invalid',
        message:
          'PATCH h/p: failed to create typed patch object (ns/a; v1, Kind=X): .spec.peers: field not declared in schema (HTTP 500)',
      }),
      'DefinitionsOutdated',
      'do not know .spec.peers. Apply the definitions (crds/)',
    ],
    ['a missing right', forbidden('cannot patch'), 'ApplyRefused', 'cannot'],
    [
      'something invalid',
      new KubeError({ code: 'Invalid', message: 'spec: bad' }),
      'ApplyRefused',
      'spec: bad',
    ],
  ])('names %s and the next step', (_, error, reason, words) => {
    const finding = obstacleOf(error);
    expect(finding.reason).toBe(reason);
    expect(finding.message).toContain(words);
  });

  it('does not take what passes by itself for an obstacle', () => {
    const cut = new KubeError({ code: 'Unreachable', message: 'cut' });
    expect(() => obstacleOf(cut)).toThrow(cut);
  });
});
