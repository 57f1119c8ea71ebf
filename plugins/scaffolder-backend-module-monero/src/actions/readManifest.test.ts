import { validate } from 'jsonschema';
import { parse } from 'yaml';
import { fakeDeps, GIT_BLOB, NETWORK_MANIFEST, run } from '../__testUtils__';
import { createReadManifestAction } from './readManifest';
import { examples } from './readManifest.examples';

const network = {
  kind: 'MoneroNetwork' as const,
  name: 'regtest',
  cluster: 'dev',
  namespace: 'wallets',
};

describe('monero:manifest:read', () => {
  it('gives the file as it is, and what becomes of the volumes', async () => {
    const deps = fakeDeps();
    const { output, log } = await run(createReadManifestAction(deps), network);
    expect(output).toEqual({
      manifest: NETWORK_MANIFEST,
      path: 'clusters/dev/wallets/regtest.yaml',
      baseBlob: GIT_BLOB,
      volumes: expect.stringMatching(/^The 3 volumes of 1 GiB are kept/),
      owner: undefined,
    });
    expect(log.join('\n')).toContain('The 3 volumes');
    expect(deps.client.getManifest.mock.calls[0][0]).toEqual(network);
  });

  it.each(examples)('example: $description', async ({ example }) => {
    const action = createReadManifestAction(fakeDeps());
    const [step] = parse(example).steps;
    expect(step.action).toBe(action.id);
    expect(validate(step.input, action.schema?.input ?? {}).errors).toEqual([]);
    const { output } = await run(action, step.input);
    expect(validate(output, action.schema?.output ?? {}).errors).toEqual([]);
  });
});
