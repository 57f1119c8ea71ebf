import {
  createPrivateKey,
  createPublicKey,
  X509Certificate,
} from 'node:crypto';
import {
  createAuthority,
  createSigningKey,
  issueCertificate,
} from './certificates';
import { clusterIdentities } from './identities';

describe('certificates', () => {
  it('chains to the authority and carries names, addresses, user and group', async () => {
    const authority = await createAuthority('test CA', 10);
    const pair = await issueCertificate(authority, {
      commonName: 'system:node:node-0',
      organization: 'system:nodes',
      dnsNames: ['node-0'],
      ipAddresses: ['10.245.0.1'],
      days: 5,
    });

    const ca = new X509Certificate(authority.cert);
    const certificate = new X509Certificate(pair.cert);
    expect(ca.ca).toBe(true);
    expect(certificate.ca).toBe(false);
    expect(certificate.checkIssued(ca)).toBe(true);
    expect(certificate.verify(ca.publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(createPrivateKey(pair.key))).toBe(true);
    expect(certificate.subject).toBe('O=system:nodes\nCN=system:node:node-0');
    expect(certificate.checkHost('node-0')).toBe('node-0');
    expect(certificate.checkIP('10.245.0.1')).toBe('10.245.0.1');
    expect(certificate.checkIP('10.245.0.2')).toBeUndefined();
    expect(certificate.publicKey.asymmetricKeyDetails?.namedCurve).toBe(
      'prime256v1',
    );
  });

  it('is valid from a day ago for as long as asked', async () => {
    const now = new Date('2030-01-01T00:00:00Z');
    const { cert } = await createAuthority('test CA', 10, now);
    const certificate = new X509Certificate(cert);
    expect(new Date(certificate.validFrom)).toEqual(new Date('2029-12-31'));
    expect(new Date(certificate.validTo)).toEqual(new Date('2030-01-11'));
  });

  it('makes a signing key whose halves belong together', async () => {
    const { privateKey, publicKey } = await createSigningKey();
    const derived = createPublicKey(createPrivateKey(privateKey));
    expect(derived.equals(createPublicKey(publicKey))).toBe(true);
  });
});

describe('clusterIdentities', () => {
  it('lets the API server be reached by all of its names', () => {
    const { apiserver } = clusterIdentities(1);
    expect(apiserver.ipAddresses).toEqual([
      '127.0.0.1',
      '10.96.0.1',
      '10.244.0.1',
    ]);
    expect(apiserver.dnsNames).toContain('kubernetes.default.svc');
  });

  it('gives each node an identity that the Node authorizer knows', () => {
    const identities = clusterIdentities(2);
    expect(identities['node-1']).toMatchObject({
      commonName: 'system:node:node-1',
      organization: 'system:nodes',
      ipAddresses: ['10.245.0.2'],
    });
    expect(identities['node-2']).toBeUndefined();
  });
});
