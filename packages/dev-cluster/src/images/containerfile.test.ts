import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseContainerfile } from './containerfile';
import { findCheckout } from './definitions';

const parse = (text: string, args?: Record<string, string>) =>
  parseContainerfile(text, 'app/Containerfile', args);

describe('a Containerfile', () => {
  it('is read into stages, steps and settings', () => {
    const stages = parse(
      `# what it is for
ARG SUITE=trixie
FROM docker.io/library/debian:\${SUITE}-slim AS packages
ARG VERSION=1
RUN apt-get update \\
 && apt-get install -y --no-install-recommends "monero=$VERSION*" \\
 && rm -rf /var/lib/apt/lists/*

FROM scratch
ENV HOME=/tmp MESSAGE="two words"
COPY --from=packages --chmod=0755 /usr/bin/monerod /usr/bin/monero /app/
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
    expect(stages).toEqual([
      {
        name: 'packages',
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
        ],
        settings: { env: {}, labels: {}, ports: [] },
      },
      {
        name: undefined,
        from: 'scratch',
        steps: [
          {
            kind: 'copy',
            line: 11,
            copy: {
              from: 'packages',
              chmod: '0755',
              sources: ['/usr/bin/monerod', '/usr/bin/monero'],
              target: '/app/',
            },
          },
          {
            kind: 'copy',
            line: 12,
            copy: {
              from: undefined,
              chmod: undefined,
              sources: ['dist/main.cjs'],
              target: '/app/main.cjs',
            },
          },
          { kind: 'workdir', line: 15, path: '/data' },
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
      },
    ]);
  });

  it.each([
    ['', 'app/Containerfile: has no FROM'],
    ['USER 1', 'app/Containerfile:1: USER stands before the first FROM'],
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

  it.each(['monerod', 'pause'])('of images/%s is understood', name => {
    const path = join(findCheckout(), 'images', name, 'Containerfile');
    const stages = parse(readFileSync(path, 'utf8'));
    const { settings } = stages[stages.length - 1];
    // What the restricted Pod Security Standard can verify: a number, not 0.
    expect(settings.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(settings.entrypoint).toHaveLength(name === 'pause' ? 2 : 1);
  });
});
