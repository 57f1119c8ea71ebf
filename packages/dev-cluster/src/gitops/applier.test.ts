import { explain } from './applier';
import { sourceFile, sourceName } from './source';

describe('applying', () => {
  it("keeps kubectl's reasons and drops its advice on flags", () => {
    const output = `Warning: something is deprecated
error: Apply failed with 1 conflict: conflict with "kubectl-edit" using utxo.com.br/v1alpha1: .spec.replicas
Please review the fields above--they currently have other managers. Here
are the ways you can resolve this warning:
* If you intend to manage all of these fields, please re-run the apply
  command with the \`--force-conflicts\` flag.
* If you do not intend to manage all of the fields, please edit your
  manifest to remove references to the fields that should keep their
  current managers.
* You may co-own fields by updating your manifest to match the existing
  value; in this case, you'll become the manager if the other manager(s)
  stop managing the field (remove it from their configuration).
See https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts
`;
    expect(explain(output)).toBe(
      'error: Apply failed with 1 conflict: conflict with "kubectl-edit" using utxo.com.br/v1alpha1: .spec.replicas',
    );
  });

  it('names the set after the folder', () => {
    expect(sourceName('clusters/dev')).toBe('clusters-dev');
    expect(sourceName('/Clusters/dev_1/')).toBe('clusters-dev-1');
  });

  it('gives the set the id that kubectl computes', () => {
    // As kubectl 1.36 wrote it for this very name and kind.
    expect(
      sourceFile('clusters-dev', 'clusters/dev').objects[0].source,
    ).toContain('applyset-xqbRKyjXiMxfgBn0ka1jlvcO57G7U-22Bural8dv-K8-v1');
  });
});
