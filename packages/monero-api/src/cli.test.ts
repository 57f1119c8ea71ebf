import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from './cli';

const GOOD = `apiVersion: utxo.com.br/v1alpha1
kind: MoneroNodeSet
metadata: {name: good}
spec: {}
`;
const BAD = GOOD.replace('good', 'bad').replace('{}', "{diskSize: '5 GB'}");
const WHY =
  "spec.diskSize: '5 GB' is no size: write a number and, without a space, a unit, such as 400Gi.";

describe('monero validate', () => {
  let dir: string;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'monero-api-'));
  });

  afterEach(async () => {
    await rm(dir, { recursive: true });
  });

  async function run(argv: string[], input: string[] = []) {
    let stdout = '';
    let stderr = '';
    const code = await main(argv, {
      stdin: (async function* chunks() {
        yield* input;
      })(),
      stdout: { write: text => (stdout += text) },
      stderr: { write: text => (stderr += text) },
    });
    return { code, stdout, stderr };
  }

  async function file(name: string, text: string): Promise<string> {
    const path = join(dir, name);
    await writeFile(path, text);
    return path;
  }

  it('is silent on good files but for the sum', async () => {
    const path = await file('good.yaml', GOOD);
    expect(await run(['validate', path])).toEqual({
      code: 0,
      stdout: '',
      stderr: '1 manifest in 1 file, no problems.\n',
    });
  });

  it('says what is wrong, and where', async () => {
    const path = await file('bad.yaml', BAD);
    expect(await run(['validate', path])).toEqual({
      code: 1,
      stdout: `${path}:${WHY}\n`,
      stderr: '1 manifest in 1 file, 1 problem.\n',
    });
  });

  it('names the object where a file holds several', async () => {
    const path = await file('both.yaml', `${GOOD}---\n${BAD}`);
    const { stdout } = await run(['validate', path]);
    expect(stdout).toBe(`${path}:bad:${WHY}\n`);
  });

  it('passes over objects of others', async () => {
    const path = await file('other.yaml', 'kind: Namespace\n---\n# nothing\n');
    expect((await run(['validate', path])).code).toBe(0);
  });

  it('reads standard input', async () => {
    const { code, stdout } = await run(
      ['validate', '-'],
      [BAD.slice(0, 9), BAD.slice(9)],
    );
    expect([code, stdout]).toEqual([1, `-:${WHY}\n`]);
  });

  it('goes on after a file that cannot be read', async () => {
    const bad = await file('bad.yaml', BAD);
    const result = await run(['validate', join(dir, 'none.yaml'), bad]);
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(/none\.yaml: ENOENT/);
    expect(result.stdout).toBe(`${bad}:${WHY}\n`);
  });

  it('refuses what is no YAML', async () => {
    const path = await file('broken.yaml', 'a: [1');
    const { code, stderr } = await run(['validate', path]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/broken\.yaml: .* at line 1/);
  });

  it.each([[[]], [['validate']], [['check', 'x']]])(
    'explains itself on %j',
    async argv => {
      const { code, stderr } = await run(argv);
      expect(code).toBe(2);
      expect(stderr).toMatch(/^Usage: monero validate FILE/);
    },
  );

  it('explains itself when asked', async () => {
    const { code, stdout } = await run(['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: monero validate FILE/);
  });
});
