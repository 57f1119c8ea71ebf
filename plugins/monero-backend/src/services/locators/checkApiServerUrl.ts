import { lookup } from 'node:dns/promises';
import { InputError } from '@backstage/errors';
import ipaddr from 'ipaddr.js';

/** Resolves a name; a parameter for tests. */
export type Lookup = (host: string) => Promise<readonly string[]>;

const resolve: Lookup = async host =>
  (await lookup(host, { all: true })).map(({ address }) => address);

/**
 * Whether an address that a catalog entity names may be spoken to. Whoever may
 * register entities could otherwise let the portal call services inside its own
 * network, or hand a token to a listener without TLS. The rules are those of
 * the Kubernetes plugin's catalog locator.
 *
 * @param allowedHosts - host names, or `*.example.com`, that are trusted anyway
 * @throws InputError saying what is wrong with it
 */
export async function checkApiServerUrl(
  address: string,
  allowedHosts: readonly string[],
  lookupHost: Lookup = resolve,
): Promise<void> {
  const url = parse(address);
  if (url.username || url.password) {
    throw new InputError('its API server has a user or a password in it');
  }
  const host = url.hostname.toLowerCase().replace(/^\[|\]$/g, '');
  if (allowedHosts.some(pattern => matches(host, pattern.toLowerCase()))) {
    return;
  }
  if (url.protocol !== 'https:') {
    throw new InputError(`its API server ${address} is not an https address`);
  }
  const addresses = ipaddr.isValid(host) ? [host] : await lookupHost(host);
  const inner = addresses.find(each => !isPublic(each));
  if (inner !== undefined) {
    throw new InputError(
      `its API server ${host} is at ${inner}, which is no public address; name it under dangerouslyAllowClusterUrls if that is meant`,
    );
  }
}

function parse(address: string): URL {
  try {
    const url = new URL(address);
    if (url.protocol === 'https:' || url.protocol === 'http:') {
      return url;
    }
  } catch {
    // Told below, for both.
  }
  throw new InputError(`its API server "${address}" is not an http(s) address`);
}

function matches(host: string, pattern: string): boolean {
  return pattern.startsWith('*.')
    ? host.endsWith(pattern.slice(1)) || host === pattern.slice(2)
    : host === pattern;
}

function isPublic(address: string): boolean {
  return (
    ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
  );
}
