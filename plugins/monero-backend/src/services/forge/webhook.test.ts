import { createHmac } from 'node:crypto';
import type { ForgeType } from './connectForge';
import { isSigned } from './webhook';

const secret = 'a-secret-of-some-length';
const body = Buffer.from('{"action":"closed"}');
const hmac = createHmac('sha256', secret).update(body).digest('hex');
const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

const right: [ForgeType, string, string][] = [
  ['github', 'x-hub-signature-256', `sha256=${hmac}`],
  ['gitea', 'x-gitea-signature', hmac],
  ['gitlab', 'x-gitlab-token', secret],
  ['bitbucketCloud', 'x-hub-signature', `sha256=${hmac}`],
  ['bitbucketServer', 'x-hub-signature', `sha256=${hmac}`],
  ['azure', 'authorization', basic(`portal:${secret}`)],
];

const sign = (name: string, value: string, bytes = body) => ({
  header: (asked: string) => (asked === name ? value : undefined),
  body: bytes,
});

describe('the signature of a webhook', () => {
  // GitHub's own example: https://docs.github.com/webhooks (validating deliveries).
  it('is what GitHub says it is', () => {
    const signature =
      'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';
    expect(
      isSigned(
        'github',
        "It's a Secret to Everybody",
        sign('x-hub-signature-256', signature, Buffer.from('Hello, World!')),
      ),
    ).toBe(true);
  });

  it.each(right)('of %s is taken from %s', (type, header, value) => {
    expect(isSigned(type, secret, sign(header, value))).toBe(true);
    expect(isSigned(type, `${secret}x`, sign(header, value))).toBe(false);
    expect(isSigned(type, secret, sign(header, ''))).toBe(false);
    expect(isSigned(type, secret, sign(header, `x${value}`))).toBe(false);
    expect(isSigned(type, secret, sign('x-other', value))).toBe(false);
  });

  it.each(right.filter(([, , value]) => value.includes(hmac)))(
    'of %s is over every byte',
    (type, header, value) => {
      const other = Buffer.from('{"action":"opened"}');
      expect(isSigned(type, secret, sign(header, value, other))).toBe(false);
    },
  );
});
