import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ForgeType } from './connectForge';

/** A request that claims to come from a forge. */
export interface WebhookRequest {
  header: (name: string) => string | undefined;
  /** The body byte by byte, as it was signed. */
  body: Buffer;
}

/**
 * Whether a webhook was made with the secret, as each forge does that: a
 * signature of the body (GitHub, Gitea, Forgejo, Bitbucket), the secret itself
 * (GitLab), or a password (Azure DevOps). Pure; takes the same time for every
 * wrong answer.
 */
export function isSigned(
  type: ForgeType,
  secret: string,
  { header, body }: WebhookRequest,
): boolean {
  const digest = createHmac('sha256', secret).update(body).digest('hex');
  switch (type) {
    case 'github':
      return same(header('x-hub-signature-256'), `sha256=${digest}`);
    case 'gitea':
      return same(header('x-gitea-signature'), digest);
    case 'gitlab':
      return same(header('x-gitlab-token'), secret);
    case 'azure':
      return same(passwordIn(header('authorization')), secret);
    default:
      return same(header('x-hub-signature'), `sha256=${digest}`);
  }
}

function passwordIn(authorization: string | undefined): string | undefined {
  const [, encoded] = /^Basic (\S+)$/i.exec(authorization ?? '') ?? [];
  const pair = encoded && Buffer.from(encoded, 'base64').toString('utf8');
  return pair ? pair.slice(pair.indexOf(':') + 1) : undefined;
}

function same(given: string | undefined, expected: string): boolean {
  const hash = (text: string) =>
    createHmac('sha256', 'same').update(text).digest();
  return given !== undefined && timingSafeEqual(hash(given), hash(expected));
}
