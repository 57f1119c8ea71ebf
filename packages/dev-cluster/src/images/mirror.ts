import { run } from '../shell/run';
import { ImageError } from './errors';

/** Set to use another Debian mirror than the machine's own. */
export const MIRROR_VARIABLE = 'MONERO_PORTAL_DEBIAN_MIRROR';

/**
 * The Debian mirror of this machine, as its own sources name it.
 *
 * @throws ImageError `Unsupported` when there is none
 */
export async function findMirror(
  env: NodeJS.ProcessEnv = process.env,
  signal?: AbortSignal,
): Promise<string> {
  const given = env[MIRROR_VARIABLE];
  if (given) return checkedMirror(given);
  const { stdout } = await run(
    [
      'apt-get',
      'indextargets',
      '--format',
      '$(REPO_URI) $(RELEASE)',
      'Created-By: Packages',
    ],
    { timeoutMs: 15_000, signal },
  ).catch(cause => {
    throw new ImageError(
      'Unsupported',
      `images are assembled from Debian packages, which wants apt-get and dpkg: ${cause.message}`,
      { cause },
    );
  });
  const found = mirrorIn(stdout);
  if (!found) {
    throw new ImageError(
      'Unsupported',
      `no Debian mirror in this machine's apt sources; name one with ${MIRROR_VARIABLE}=http://HOST/debian`,
    );
  }
  return found;
}

/** First Debian archive in lines of `URI RELEASE`, without its final slash. */
export function mirrorIn(targets: string): string | undefined {
  for (const line of targets.split('\n')) {
    const [uri, release] = line.split(' ');
    // The archive itself: not debian-security, nor somebody else's packages.
    if (/\/debian\/?$/.test(uri) && /^[a-z]+$/.test(release ?? '')) {
      return uri.replace(/\/$/, '');
    }
  }
  return undefined;
}

function checkedMirror(value: string): string {
  if (!/^(https?|file|copy):\/\/[^\s[\]"]+$/.test(value)) {
    throw new ImageError(
      'Unsupported',
      `${MIRROR_VARIABLE}="${value}" is not an address such as http://HOST/debian`,
    );
  }
  return value.replace(/\/$/, '');
}
