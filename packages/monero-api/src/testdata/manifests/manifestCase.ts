import { NETWORK, NODE_SET } from '../../constants';

/** One manifest and what both the API server and validateManifest must say about it. */
export interface ManifestCase {
  /** A sentence: "refuse ..." or "accept ...". */
  readonly name: string;
  readonly manifest: unknown;
  /** The object that the manifest replaces; absent: it is created. */
  readonly old?: unknown;
  /** Every refusal, in any order; empty: accepted. */
  readonly expected: readonly Refusal[];
}

/** A refusal in the words of the API server. */
export interface Refusal {
  readonly path: string;
  readonly message: string;
}

/** A node set with this specification. */
export function nodeSet(spec: unknown, name: string = 'nodes'): object {
  return {
    apiVersion: NODE_SET.apiVersion,
    kind: NODE_SET.kind,
    metadata: { name },
    spec,
  };
}

/** A network with this specification. */
export function network(spec: unknown, name: string = 'regtest'): object {
  return {
    apiVersion: NETWORK.apiVersion,
    kind: NETWORK.kind,
    metadata: { name },
    spec,
  };
}

/** A network with this specification of each member. */
export function networkOf(member: unknown): object {
  return network({ template: { spec: member } });
}

/** A node set with these arguments of monerod. */
export function withArgs(...args: unknown[]): object {
  return nodeSet({ monerod: { args } });
}

/** A row that is accepted. */
export function accept(
  what: string,
  manifest: unknown,
  old?: unknown,
): ManifestCase {
  return { name: `accept ${what}`, manifest, old, expected: [] };
}

/** A row that is refused for one reason. */
export function refuse(
  what: string,
  manifest: unknown,
  path: string,
  message: string,
): ManifestCase {
  return { name: `refuse ${what}`, manifest, expected: [{ path, message }] };
}

/** A row in which an update of a valid object is refused for one reason. */
export function refuseUpdate(
  what: string,
  old: unknown,
  manifest: unknown,
  refusal: Refusal,
): ManifestCase {
  return { name: `refuse ${what}`, manifest, old, expected: [refusal] };
}
