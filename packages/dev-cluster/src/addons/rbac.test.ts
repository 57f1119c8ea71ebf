import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { KUBERNETES_TAB_RULES, PORTAL_RULES } from './rbac';

const ROOT = join(__dirname, '../../../..');

/** The rules of a ClusterRole that a document shows. */
function rulesIn(file: string, role: string): unknown {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const roles = [...text.matchAll(/^```yaml\n([^]*?)^```$/gm)]
    .flatMap(([, yaml]) => parseAllDocuments(yaml))
    .map(document => document.toJS())
    .filter(each => each?.kind === 'ClusterRole');
  return roles.find(({ metadata }) => metadata.name === role)?.rules;
}

const inOrder = (rules: unknown) =>
  (rules as object[]).map(rule => JSON.stringify(rule)).sort();

describe('what the portal may do in the development cluster', () => {
  it.each([
    ['plugins/monero-backend/README.md', 'monero-portal', PORTAL_RULES],
    [
      'docs/guides/kubernetes-tab.md',
      'monero-portal-kubernetes-tab',
      KUBERNETES_TAB_RULES,
    ],
  ])('is what %s says', (file, role, rules) => {
    expect(inOrder(rules)).toEqual(inOrder(rulesIn(file, role)));
  });
});
