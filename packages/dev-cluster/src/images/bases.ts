import { ImageError } from './errors';

/** What a FROM stands for on this machine. */
export interface Base {
  /** Debian suite whose packages make the first layer; undefined: nothing. */
  suite?: string;
  /** Whether the running Node is added. */
  node: boolean;
  /** Environment that the named image would set. */
  env: Record<string, string>;
}

/** As the official images of debian and node have it. */
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * Packages of the base layer: enough for a shell, its usual tools, and C++
 * programs. A subset of `debian:SUITE-slim`, which has apt and dpkg as well.
 */
export const BASE_PACKAGES: readonly string[] = [
  'base-files',
  'base-passwd',
  'bash',
  'coreutils',
  'dash',
  'grep',
  'libc-bin',
  'libgcc-s1',
  'libstdc++6',
  'netbase',
  'sed',
];

/**
 * Local stand-in for a base image: `scratch`, `debian:SUITE-slim` or
 * `node:MAJOR-SUITE-slim`, of docker.io/library.
 *
 * @throws ImageError `Containerfile` for any other reference
 */
export function baseOf(reference: string): Base {
  if (reference === 'scratch') return { node: false, env: {} };
  const match =
    /^(?:(?:docker\.io\/)?library\/)?(debian|node):(?:\d+-)?([a-z]+)-slim$/.exec(
      reference,
    );
  if (!match) {
    throw new ImageError(
      'Containerfile',
      `FROM ${reference} has no stand-in here: use scratch, docker.io/library/debian:SUITE-slim or docker.io/library/node:MAJOR-SUITE-slim`,
    );
  }
  const [, image, suite] = match;
  return { suite, node: image === 'node', env: { PATH } };
}
