import { execFileSync } from 'node:child_process';
import { renderInitScript } from './initScript';

describe('renderInitScript', () => {
  const script = renderInitScript(
    [{ path: '/sys/fs/cgroup', version: 2, mountOptions: '' }],
    2,
  );

  it('is this script', () => {
    expect(script).toMatchSnapshot();
  });

  it('is valid bash', () => {
    expect(() =>
      execFileSync('bash', ['-n'], { input: script, stdio: 'pipe' }),
    ).not.toThrow();
  });
});
