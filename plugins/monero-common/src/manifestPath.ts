import type { NodeSetRef } from './annotations';
import type { MoneroKind } from './schemas';

/** Where a manifest is in the GitOps repository, unless the target's `path` says otherwise. */
export const DEFAULT_MANIFEST_PATH =
  'clusters/${{ cluster }}/${{ namespace }}/${{ name }}.yaml';

const PLACEHOLDER = /\$\{\{\s*([^}]*?)\s*\}\}/g;

/**
 * Fills `${{ cluster }}`, `${{ namespace }}`, `${{ name }}` and `${{ kind }}`
 * (in lower case; `moneronodeset` unless the reference names another) into a
 * target's `path`.
 *
 * @throws Error naming the placeholder that is none of the four
 */
export function manifestPath(
  template: string,
  ref: NodeSetRef & { kind?: MoneroKind },
): string {
  const values = new Map([
    ['cluster', ref.cluster],
    ['namespace', ref.namespace],
    ['name', ref.name],
    ['kind', (ref.kind ?? 'MoneroNodeSet').toLowerCase()],
  ]);
  return template.replace(PLACEHOLDER, (placeholder, key: string) => {
    const value = values.get(key);
    if (value === undefined) {
      throw new Error(
        `monero.gitops.targets: the path "${template}" holds ${placeholder}; ` +
          'it can hold ${{ cluster }}, ${{ namespace }}, ${{ name }} and ${{ kind }}',
      );
    }
    return value;
  });
}
