import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

const ALGORITHM = {
  name: 'ECDSA',
  namedCurve: 'P-256',
  hash: 'SHA-256',
} as const;

const DAY_MS = 24 * 60 * 60 * 1000;

/** A certificate with its private key, both PEM. */
export interface KeyPair {
  cert: string;
  key: string;
}

/** What a certificate says about its holder. */
export interface CertificateRequest {
  commonName: string;
  /** Groups in Kubernetes' reading of client certificates. */
  organization?: string;
  dnsNames?: readonly string[];
  ipAddresses?: readonly string[];
  /** Days until it expires. */
  days: number;
}

/** An X.500 name; the values here never need escaping beyond quoting. */
function subjectOf(request: CertificateRequest): x509.JsonName {
  const name: x509.JsonName = [];
  if (request.organization) name.push({ O: [request.organization] });
  name.push({ CN: [request.commonName] });
  return name;
}

function generateKeys() {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

async function exportKey(key: webcrypto.CryptoKey): Promise<string> {
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', key);
  return x509.PemConverter.encode(pkcs8, 'PRIVATE KEY');
}

function importKey(pem: string): Promise<webcrypto.CryptoKey> {
  const [pkcs8] = x509.PemConverter.decode(pem);
  return webcrypto.subtle.importKey('pkcs8', pkcs8, ALGORITHM, false, ['sign']);
}

function serialNumber(): string {
  const bytes = webcrypto.getRandomValues(new Uint8Array(16));
  bytes[0] &= 0x7f; // positive
  return Buffer.from(bytes).toString('hex');
}

function validity(days: number, now: Date) {
  return {
    // A day back: virtual machines may start with a clock that is behind.
    notBefore: new Date(now.getTime() - DAY_MS),
    notAfter: new Date(now.getTime() + days * DAY_MS),
  };
}

/** Makes a self-signed certificate authority (EC P-256). */
export async function createAuthority(
  commonName: string,
  days: number,
  now: Date = new Date(),
): Promise<KeyPair> {
  const keys = await generateKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: serialNumber(),
      name: [{ CN: [commonName] }],
      ...validity(days, now),
      keys,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new x509.BasicConstraintsExtension(true, undefined, true),
        new x509.KeyUsagesExtension(
          // eslint-disable-next-line no-bitwise
          x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign,
          true,
        ),
        await x509.SubjectKeyIdentifierExtension.create(
          keys.publicKey,
          false,
          webcrypto as Crypto,
        ),
      ],
    },
    webcrypto as Crypto,
  );
  return {
    cert: certificate.toString('pem'),
    key: await exportKey(keys.privateKey),
  };
}

/** Makes a certificate for clients and servers, signed by the authority. */
export async function issueCertificate(
  authority: KeyPair,
  request: CertificateRequest,
  now: Date = new Date(),
): Promise<KeyPair> {
  const keys = await generateKeys();
  const issuer = new x509.X509Certificate(authority.cert);
  const extensions: x509.Extension[] = [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([
      x509.ExtendedKeyUsage.serverAuth,
      x509.ExtendedKeyUsage.clientAuth,
    ]),
    await x509.AuthorityKeyIdentifierExtension.create(
      issuer,
      false,
      webcrypto as Crypto,
    ),
  ];
  const names: x509.JsonGeneralNames = [
    ...(request.dnsNames ?? []).map(value => ({ type: 'dns' as const, value })),
    ...(request.ipAddresses ?? []).map(value => ({
      type: 'ip' as const,
      value,
    })),
  ];
  if (names.length > 0) {
    extensions.push(new x509.SubjectAlternativeNameExtension(names));
  }
  const certificate = await x509.X509CertificateGenerator.create(
    {
      serialNumber: serialNumber(),
      subject: subjectOf(request),
      issuer: issuer.subjectName.toJSON(),
      ...validity(request.days, now),
      publicKey: keys.publicKey,
      signingKey: await importKey(authority.key),
      signingAlgorithm: ALGORITHM,
      extensions,
    },
    webcrypto as Crypto,
  );
  return {
    cert: certificate.toString('pem'),
    key: await exportKey(keys.privateKey),
  };
}

/** Makes the key pair that signs ServiceAccount tokens: PEM, private and public. */
export async function createSigningKey(): Promise<{
  privateKey: string;
  publicKey: string;
}> {
  const keys = await generateKeys();
  const spki = await webcrypto.subtle.exportKey('spki', keys.publicKey);
  return {
    privateKey: await exportKey(keys.privateKey),
    publicKey: x509.PemConverter.encode(spki, 'PUBLIC KEY'),
  };
}
