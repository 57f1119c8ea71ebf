import { randomBytes, X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { readIfExists, writeAtomic } from '../host/files';
import {
  createAuthority,
  createSigningKey,
  issueCertificate,
  type CertificateRequest,
  type KeyPair,
} from './certificates';
import { clusterIdentities } from './identities';

const AUTHORITY_DAYS = 3650;
const RENEW_BEFORE_MS = 30 * 24 * 60 * 60 * 1000;

/** Every key of a cluster. */
export interface Pki {
  ca: KeyPair;
  /** Signs the identity of the API server towards extension API servers. */
  frontProxyCa: KeyPair;
  frontProxyClient: KeyPair;
  /** By identity: `admin`, `apiserver`, `node-0`, ... */
  certificates: Record<string, KeyPair>;
  portalToken: string;
}

/** True when the certificate is by this authority and will not expire soon. */
function isUsable(pair: KeyPair, authority: KeyPair, now: Date): boolean {
  try {
    const certificate = new X509Certificate(pair.cert);
    const issuer = new X509Certificate(authority.cert);
    const expires = Date.parse(certificate.validTo);
    return (
      certificate.verify(issuer.publicKey) &&
      expires - now.getTime() > RENEW_BEFORE_MS
    );
  } catch {
    return false; // not a certificate at all: make a new one
  }
}

async function readPair(path: string): Promise<KeyPair | undefined> {
  const [cert, key] = await Promise.all([
    readIfExists(`${path}.crt`),
    readIfExists(`${path}.key`),
  ]);
  return cert && key ? { cert, key } : undefined;
}

async function writePair(path: string, pair: KeyPair): Promise<KeyPair> {
  // The key first: a certificate without its key would look complete.
  await writeAtomic(`${path}.key`, pair.key, 0o600);
  await writeAtomic(`${path}.crt`, pair.cert);
  return pair;
}

async function ensureAuthority(path: string, name: string, now: Date) {
  const existing = await readPair(path);
  if (existing && isUsable(existing, existing, now)) return existing;
  return writePair(path, await createAuthority(name, AUTHORITY_DAYS, now));
}

async function ensureCertificate(
  path: string,
  authority: KeyPair,
  request: CertificateRequest,
  now: Date,
) {
  const existing = await readPair(path);
  if (existing && isUsable(existing, authority, now)) return existing;
  return writePair(path, await issueCertificate(authority, request, now));
}

async function ensureSigningKey(dir: string): Promise<void> {
  const path = join(dir, 'service-account');
  if (
    (await readIfExists(`${path}.key`)) &&
    (await readIfExists(`${path}.pub`))
  )
    return;
  const keys = await createSigningKey();
  await writeAtomic(`${path}.key`, keys.privateKey, 0o600);
  await writeAtomic(`${path}.pub`, keys.publicKey);
}

/** Token file of the API server: `token,user,uid,groups`. */
async function ensurePortalToken(dir: string): Promise<string> {
  const path = join(dir, 'tokens.csv');
  const existing = /^([0-9a-f]{64}),/.exec((await readIfExists(path)) ?? '');
  if (existing) return existing[1];
  const token = randomBytes(32).toString('hex');
  await writeAtomic(path, `${token},monero-portal,monero-portal\n`, 0o600);
  return token;
}

/**
 * Reads the keys in `dir`; makes what is missing, damaged, expires within
 * 30 days or belongs to another authority. What is fine stays as it is, so that
 * kubeconfig files given out remain valid.
 */
export async function ensurePki(
  dir: string,
  nodes: number,
  now: Date = new Date(),
): Promise<Pki> {
  const [ca, frontProxyCa, portalToken] = await Promise.all([
    ensureAuthority(join(dir, 'ca'), 'monero-portal dev cluster', now),
    ensureAuthority(join(dir, 'front-proxy-ca'), 'front-proxy', now),
    ensurePortalToken(dir),
    ensureSigningKey(dir),
  ]);
  const entries = await Promise.all(
    Object.entries(clusterIdentities(nodes)).map(async ([name, request]) => {
      const path = join(dir, name);
      return [name, await ensureCertificate(path, ca, request, now)] as const;
    }),
  );
  const frontProxyClient = await ensureCertificate(
    join(dir, 'front-proxy-client'),
    frontProxyCa,
    { commonName: 'front-proxy-client', days: 365 },
    now,
  );
  return {
    ca,
    frontProxyCa,
    frontProxyClient,
    certificates: Object.fromEntries(entries),
    portalToken,
  };
}
