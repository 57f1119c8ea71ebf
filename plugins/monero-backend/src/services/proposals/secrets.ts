import type { ManifestViolation } from '@monero-portal/plugin-monero-common';

/** What looks like a secret, and what to do instead. */
interface Suspicion {
  pattern: RegExp;
  instead: string;
}

const SUSPICIONS: readonly Suspicion[] = [
  {
    pattern: /^--rpc-login(=|$)/,
    instead:
      'Leave it out: the unrestricted RPC never leaves the pod, and the restricted one needs no login.',
  },
  {
    pattern:
      /^--?[a-z-]*(password|passphrase|secret|token|private-key|spend-?key|view-?key|mnemonic|wallet-seed)[a-z-]*(=|$)/i,
    instead: 'Put it into a Secret of the namespace, and not into Git.',
  },
  {
    pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
    instead:
      'Put the key into a Secret of the namespace (secretRef of tor and i2p names it), and not into Git.',
  },
  {
    pattern:
      /\b(gh[pousr]_[A-Za-z0-9]{20,}|glpat-[\w-]{20,}|AKIA[A-Z0-9]{16})\b/,
    instead: 'Revoke it where it is from, and keep it out of Git.',
  },
];

/** How deep a manifest is looked through; none of ours is deeper. */
const MAX_DEPTH = 32;

/**
 * Texts in a manifest that look like secrets, wherever they stand. Git keeps
 * what it once had, and a GitOps repository has many readers. Pure; the text
 * itself is not repeated.
 */
export function secretViolations(
  value: unknown,
  path = '',
  depth = 0,
): ManifestViolation[] {
  if (typeof value === 'string') {
    const found = SUSPICIONS.find(({ pattern }) => pattern.test(value));
    return found
      ? [
          {
            path,
            message: `looks like a secret, which Git would keep for ever. ${found.instead}`,
          },
        ]
      : [];
  }
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    secretViolations(
      inner,
      Array.isArray(value) ? `${path}[${key}]` : joined(path, key),
      depth + 1,
    ),
  );
}

function joined(path: string, key: string): string {
  return path ? `${path}.${key}` : key;
}
