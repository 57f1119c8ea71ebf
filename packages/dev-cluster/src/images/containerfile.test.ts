import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseContainerfile } from './containerfile';
import { findCheckout } from './definitions';

const parse = (text: string, args?: Record<string, string>) =>
  parseContainerfile(text, 'app/Containerfile', args);

describe('a Containerfile', () => {
  it('is read into base, steps and settings', () => {
    const recipe = parse(
      `# what it is for
ARG SUITE=trixie
FROM docker.io/library/debian:\${SUITE}-slim
ARG VERSION=1
RUN apt-get update \\
 && apt-get install -y --no-install-recommends "monero=$VERSION*" \\
 && rm -rf /var/lib/apt/lists/*
ENV HOME=/tmp MESSAGE="two words"
COPY --chmod=0755 a b /app/
COPY dist/main.cjs /app/main.cjs
LABEL version="\${MESSAGE}"
USER 65532:65532
WORKDIR /data
EXPOSE 18081 18080/tcp 53/udp
ENTRYPOINT ["/app/monerod", "--non-interactive"]
CMD ["--regtest"]
`,
      { VERSION: '0.18.4.0' },
    );
    expect(recipe).toEqual({
      from: 'docker.io/library/debian:trixie-slim',
      steps: [
        {
          kind: 'run',
          line: 5,
          run: {
            packages: ['monero=0.18.4.0*'],
            removed: ['/var/lib/apt/lists/*'],
          },
        },
        {
          kind: 'copy',
          line: 9,
          copy: { chmod: '0755', sources: ['a', 'b'], target: '/app/' },
        },
        {
          kind: 'copy',
          line: 10,
          copy: {
            chmod: undefined,
            sources: ['dist/main.cjs'],
            target: '/app/main.cjs',
          },
        },
        { kind: 'workdir', line: 13, path: '/data' },
      ],
      settings: {
        env: { HOME: '/tmp', MESSAGE: 'two words' },
        labels: { version: 'two words' },
        ports: ['18081/tcp', '18080/tcp', '53/udp'],
        user: '65532:65532',
        workdir: '/data',
        entrypoint: ['/app/monerod', '--non-interactive'],
        cmd: ['--regtest'],
      },
    });
  });

  it.each([
    ['', 'app/Containerfile: has no FROM'],
    ['USER 1', 'app/Containerfile:1: USER stands before FROM'],
    ['FROM scratch\nFROM scratch', ':2: FROM stands here twice'],
    ['FROM scratch\nHEALTHCHECK NONE', ':2: HEALTHCHECK is not supported here'],
    ['FROM scratch\nUSER nobody', ':2: USER wants a number'],
    ['FROM scratch\nCMD monerod', ':2: CMD wants the exec form'],
    ['FROM scratch\nWORKDIR data', ':2: WORKDIR wants an absolute path'],
    ['FROM scratch\nCOPY a b', ':2: COPY wants an absolute path'],
    ['FROM scratch\nCOPY /a', ':2: COPY names nothing to copy'],
    ['FROM scratch\nCOPY a b /c', 'wants a target that ends with /'],
    ['FROM scratch\nCOPY --chown=1 a /b', 'COPY does not know --chown here'],
    ['FROM scratch\nCOPY --chmod=+x a /b', 'wants --chmod as octal digits'],
    ['FROM scratch\nCOPY $X /b', 'uses $X, which no ARG or ENV above it sets'],
    ['FROM scratch\nENV A=${B:-c}', 'uses ${B:-c}, which no ARG or ENV'],
    ['FROM scratch\nEXPOSE http', ':2: EXPOSE wants ports, but has "http"'],
    ['FROM --platform=linux/arm64 scratch', ':1: FROM takes no flags here'],
    ['FROM scratch\nRUN make', ':2: RUN cannot do "make"'],
    [
      'FROM scratch\nRUN apt-get install -y x',
      'wants apt-get install with --no-install-recommends',
    ],
    [
      'FROM scratch\nRUN apt-get install --allow-unauthenticated x',
      'does not know apt-get install --allow-unauthenticated',
    ],
    [
      'FROM scratch\nRUN apt-get install -y --no-install-recommends a;b',
      'wants names of packages, but has "a;b"',
    ],
    [
      'FROM scratch\nRUN apt-get install -y --no-install-recommends a && rm -rf /a/../b',
      'cannot remove "/a/../b"',
    ],
    ['FROM scratch\nRUN apt-get update', ':2: RUN installs no package'],
  ])('%j is refused: %s', (text, message) => {
    expect(() => parse(text)).toThrow(
      expect.objectContaining({
        name: 'ImageError',
        code: 'Containerfile',
        message: expect.stringContaining(message),
      }),
    );
  });

  it.each(['images/monerod', 'operator'])(
    'of %s is understood, and its user is not root',
    folder => {
      const path = join(findCheckout(), folder, 'Containerfile');
      const { settings } = parse(readFileSync(path, 'utf8'));
      expect(settings.user).toBe('65532:65532');
      expect(settings.entrypoint).not.toHaveLength(0);
    },
  );
});
