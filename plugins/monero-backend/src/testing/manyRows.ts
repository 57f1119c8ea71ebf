import type { Knex } from 'knex';

/** Of a thousand proposals so many are still open, as many are followed, and a few are of a rare owner. */
const OPEN = 5;
const FOLLOWED = 5;
const CHUNK = 200;

/**
 * Fills the table of proposals as a company would in some years: ten clusters,
 * twenty owners, a hundred objects in each cluster, manifests of 2 kB.
 */
export async function insertMany(knex: Knex, count: number): Promise<void> {
  for (let i = 0; i < count; i += CHUNK) {
    const length = Math.min(CHUNK, count - i);
    const rows = Array.from({ length }, (_, j) => rowOf(i + j));
    // SQLite takes so many values in one statement, not more.
    for (let j = 0; j < rows.length; j += 20) {
      await knex('proposals').insert(rows.slice(j, j + 20));
    }
  }
}

function rowOf(i: number): Record<string, unknown> {
  const at = new Date(Date.UTC(2026, 0, 1) + i * 60_000).toISOString();
  const inThousand = i % 1000;
  const isOpen = inThousand < OPEN;
  const isFollowed = !isOpen && inThousand < OPEN + FOLLOWED;
  return {
    title: `Change number ${i}`,
    cluster: `c${i % 10}`,
    namespace: 'monero',
    name: `web-${i % 100}`,
    kind: 'MoneroNodeSet',
    operation: 'change',
    owner: i % 2000 === 77 ? 'group:default/rare' : `group:default/g${i % 20}`,
    proposed_by: 'user:default/guest',
    created_at: at,
    state: stateOf(i, isOpen),
    manifest: `# ${'x'.repeat(2000)}\n`,
    content_hash: 'c0ffee',
    open_key: isOpen ? `key ${i}` : null,
    request_key: `user:default/guest task-${i}`,
    path: `clusters/c${i % 10}/monero/web-${i % 100}.yaml`,
    branch: `monero/web-${i % 100}/${i}`,
    target_branch: 'main',
    base_commit: 'b'.repeat(40),
    head: 'a'.repeat(40),
    merged_at: isOpen ? null : at,
    merge_commit: isOpen ? null : 'd'.repeat(40),
    in_sync_at: isOpen || isFollowed ? null : at,
  };
}

function stateOf(i: number, isOpen: boolean): string {
  if (isOpen) return i % 5 === 0 ? 'conflict' : 'proposed';
  return i % 7 === 0 ? 'closed' : 'merged';
}
