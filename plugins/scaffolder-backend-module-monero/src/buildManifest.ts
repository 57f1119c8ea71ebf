import { InputError } from '@backstage/errors';
import {
  ManifestError,
  parseMiningNodeSet,
  parseNetwork,
  parseNodeSet,
  plannedChildren,
  renderManifest,
  type ManifestInput,
  type MoneroObject,
  type PlannedChild,
} from '@monero-portal/monero-api';
import { checkWallet } from '@monero-portal/plugin-monero-common/wallet';
import { parse, YAMLParseError } from 'yaml';
import { listViolations } from './words';

/** A manifest, and what will come of it. */
export interface BuiltManifest {
  /** YAML as it will be in the repository. */
  manifest: string;
  /** What the operator will create, such as `{kind: 'StatefulSet', text: '3 pods'}`. */
  plannedChildren: PlannedChild[];
}

/**
 * Writes the manifest of an object and checks it by the rules that the API
 * server goes by, and a wallet by its checksum, too.
 *
 * @throws InputError with every violation: the field's path and what is wrong with it
 */
export function buildManifest(input: ManifestInput): BuiltManifest {
  const manifest = renderManifest(input);
  const object = checkManifest(manifest);
  return { manifest, plannedChildren: plannedChildren(object) };
}

/**
 * Reads a manifest and checks it by the rules that the API server goes by, and
 * a wallet by its checksum, too.
 *
 * @throws InputError with every violation, or with where it is no YAML
 */
export function checkManifest(manifest: string): MoneroObject {
  try {
    const object = parseObject(parse(manifest));
    requireWallet(object);
    return object;
  } catch (error) {
    if (error instanceof ManifestError) {
      throw new InputError(
        `The manifest is refused:\n${listViolations(error.violations)}`,
      );
    }
    if (error instanceof YAMLParseError) {
      throw new InputError(`The manifest is no YAML: ${error.message}`);
    }
    throw error;
  }
}

/** Of whichever kind it says it is; one that is not defined here is refused as a node set. */
function parseObject(raw: unknown): MoneroObject {
  switch (Object(raw).kind) {
    case 'MoneroNetwork':
      return parseNetwork(raw);
    case 'MoneroMiningNodeSet':
      return parseMiningNodeSet(raw);
    default:
      return parseNodeSet(raw);
  }
}

/** A mistyped address pays nobody, and the API server cannot tell. */
export function requireWallet(object: MoneroObject): void {
  if (object.kind !== 'MoneroMiningNodeSet' || !object.spec.wallet) {
    return;
  }
  const { wallet, daemonRef } = object.spec;
  const { problem } = checkWallet(wallet, { solo: daemonRef !== undefined });
  if (problem !== undefined) {
    throw new InputError(`The manifest is refused:\n  spec.wallet: ${problem}`);
  }
}
