import { parse, parseAllDocuments } from 'yaml';
import { NAMESPACES, seedFiles } from './gitops';

const EXAMPLE = `# A private chain.
kind: MoneroNodeSet
metadata:
  name: regtest
spec:
  replicas: 3
`;

describe('seedFiles', () => {
  const files = seedFiles(EXAMPLE);

  it('has every namespace in which people may propose', () => {
    const documents = parseAllDocuments(files['clusters/dev/namespaces.yaml']);
    expect(documents.map(each => each.toJS().metadata.name)).toEqual(
      NAMESPACES,
    );
  });

  it('has a regtest node set that says its namespace and keeps its comments', () => {
    const text = files['clusters/dev/monero/regtest.yaml'];
    expect(text).toContain('# A private chain.');
    expect(parse(text)).toEqual({
      kind: 'MoneroNodeSet',
      metadata: { name: 'regtest', namespace: 'monero' },
      spec: { replicas: 3 },
    });
  });
});
