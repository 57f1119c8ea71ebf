import type { NodeSetRef } from './annotations';

/** Where a manifest is in the GitOps repository, unless the target's `path` says otherwise. */
export const DEFAULT_MANIFEST_PATH =
  'clusters/${{ cluster }}/${{ namespace }}/${{ name }}.yaml';

const PLACEHOLDER = /\$\{\{\s*([^}]*?)\s*\}\}/g;

/**
 * Fills `${{ cluster }}`, `${{ namespace }}` and `${{ name }}` into a target's
 * `path`.
 *
 * @throws Error naming the placeholder that is none of the three
 */
export function manifestPath(template: string, ref: NodeSetRef): string {
  const values = new Map([
    ['cluster', ref.cluster],
    ['namespace', ref.namespace],
    ['name', ref.name],
  ]);
  return template.replace(PLACEHOLDER, (placeholder, key: string) => {
    const value = values.get(key);
    if (value === undefined) {
      throw new Error(
        `monero.gitops.targets: the path "${template}" holds ${placeholder}; ` +
          'it can hold ${{ cluster }}, ${{ namespace }} and ${{ name }}',
      );
    }
    return value;
  });
}
