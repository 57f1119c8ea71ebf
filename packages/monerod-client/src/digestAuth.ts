import { createHash, randomBytes } from 'node:crypto';

/** Name and password, as in monerod's `--rpc-login=username:password`. */
export interface Credentials {
  username: string;
  password: string;
}

/** What a server wants proven: one `WWW-Authenticate: Digest` header. */
interface Challenge {
  realm: string;
  nonce: string;
  opaque?: string;
  session: boolean;
}

/** The request that an Authorization header is for. */
interface DigestRequest {
  method: string;
  /** Path and query, as in the request line. */
  uri: string;
}

const SCHEME = /^\s*digest\s+/i;
const PARAMETER = /([a-z0-9_-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/gi;
const ALGORITHMS: Readonly<Record<string, { session: boolean }>> = {
  md5: { session: false },
  'md5-sess': { session: true },
};

const md5 = (...parts: string[]): string =>
  createHash('md5').update(parts.join(':'), 'utf8').digest('hex');

function parametersOf(header: string): Map<string, string> {
  const found = header.replace(SCHEME, '').matchAll(PARAMETER);
  return new Map(
    [...found].map(([, name, quoted, token]) => [
      name.toLowerCase(),
      quoted ?? token,
    ]),
  );
}

function parseChallenge(header: string): Challenge | undefined {
  if (!SCHEME.test(header)) {
    return undefined;
  }
  const parameters = parametersOf(header);
  const algorithm = (parameters.get('algorithm') ?? 'MD5').toLowerCase();
  const realm = parameters.get('realm');
  const nonce = parameters.get('nonce');
  const qop = (parameters.get('qop') ?? '').split(',').map(word => word.trim());
  const known = Object.hasOwn(ALGORITHMS, algorithm);
  if (!known || !realm || !nonce || !qop.includes('auth')) {
    return undefined;
  }
  const opaque = parameters.get('opaque');
  return { realm, nonce, opaque, ...ALGORITHMS[algorithm] };
}

/**
 * Digest authentication (RFC 7616 with MD5 and MD5-sess, qop `auth`), which is
 * the only kind monerod speaks. A session answers one challenge for as long as
 * the server takes its nonce.
 *
 * monerod keeps nonce and count per connection and wants the count without
 * gaps: requests of one session go one after the other over one connection.
 */
export class DigestSession {
  private challenge?: Challenge;
  private uses = 0;

  constructor(
    private readonly credentials: Credentials,
    private readonly makeNonce = () => randomBytes(16).toString('base64'),
  ) {}

  /** Takes the first challenge that we can answer; false when there is none. */
  accept(headers: readonly string[]): boolean {
    this.challenge = headers.map(parseChallenge).find(Boolean);
    this.uses = 0;
    return this.challenge !== undefined;
  }

  /** The Authorization header of a request; `undefined` before any challenge. */
  authorize(request: DigestRequest): string | undefined {
    return this.challenge && this.answer(this.challenge, request);
  }

  private answer(challenge: Challenge, { method, uri }: DigestRequest): string {
    this.uses += 1;
    const { username, password } = this.credentials;
    const { realm, nonce, opaque, session } = challenge;
    const nc = this.uses.toString(16).padStart(8, '0');
    const cnonce = this.makeNonce();
    const secret = md5(username, realm, password);
    const ha1 = session ? md5(secret, nonce, cnonce) : secret;
    const response = md5(ha1, nonce, nc, cnonce, 'auth', md5(method, uri));
    return [
      `Digest username="${username}"`,
      `realm="${realm}"`,
      `nonce="${nonce}"`,
      `uri="${uri}"`,
      `algorithm=${session ? 'MD5-sess' : 'MD5'}`,
      'qop=auth',
      `nc=${nc}`,
      `cnonce="${cnonce}"`,
      `response="${response}"`,
      ...(opaque === undefined ? [] : [`opaque="${opaque}"`]),
    ].join(', ');
  }
}
