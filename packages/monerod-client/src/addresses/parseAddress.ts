import type { Nettype } from '../endpoints/getInfo';
import { Address, sizeOf } from './address';
import { AddressError } from './AddressError';
import { decodeAddress } from './decodeAddress';
import { findTypo } from './findTypo';
import { addressNettypeOf } from './prefixes';

const PLAIN_CHARACTERS = 95;
const INTEGRATED_CHARACTERS = 106;

/** Where to look for white space in a text that is too long anyway. */
const SEARCHED_CHARACTERS = 256;

function requireCharacters(text: string): void {
  const { length } = text;
  if (length === PLAIN_CHARACTERS || length === INTEGRATED_CHARACTERS) {
    return;
  }
  const position = text.slice(0, SEARCHED_CHARACTERS).search(/\s/);
  if (position >= 0) {
    throw new AddressError(
      'InvalidCharacter',
      `Character ${position + 1} is white space; remove it`,
      { position },
    );
  }
  throw new AddressError(
    'InvalidLength',
    `${length} characters; an address has ${PLAIN_CHARACTERS}, an integrated one ${INTEGRATED_CHARACTERS}`,
  );
}

function isGood(text: string): boolean {
  try {
    decodeAddress(text);
    return true;
  } catch {
    return false;
  }
}

const MISTYPED: ReadonlySet<string> = new Set([
  'InvalidCharacter',
  'InvalidBlock',
  'Checksum',
]);

/** The same error, with the place of the typo where there is just one. */
function withTypo(error: AddressError, text: string): AddressError {
  const kind = text.length === PLAIN_CHARACTERS ? 'standard' : 'integrated';
  const typo = findTypo(text, sizeOf(kind), isGood);
  const hint = typo
    ? `character ${typo.position + 1} should probably be "${
        typo.expected
      }" rather than ${JSON.stringify(typo.found)}`
    : 'compare it with where it came from, or copy it again';
  return new AddressError(error.code, `${error.message}; ${hint}`, {
    position: error.position,
    ...(typo ? { typo } : {}),
  });
}

function requireNettype(address: Address, nettype: Nettype): void {
  if (address.nettype !== addressNettypeOf(nettype)) {
    throw new AddressError(
      'WrongNetwork',
      `This is an address of ${address.nettype}; give one of ${nettype}${
        nettype === 'regtest' ? ', which uses those of mainnet' : ''
      }`,
    );
  }
}

/**
 * Reads an address and accepts exactly what the reference wallet accepts, and
 * no white space around it. Both keys are points of the curve.
 *
 * @param options.nettype the only network whose addresses are wanted
 * @throws AddressError saying which part is wrong
 */
export function parseAddress(
  text: string,
  options: { nettype?: Nettype } = {},
): Address {
  requireCharacters(text);
  let address: Address;
  try {
    address = decodeAddress(text);
  } catch (error) {
    throw error instanceof AddressError && MISTYPED.has(error.code)
      ? withTypo(error, text)
      : error;
  }
  if (options.nettype) {
    requireNettype(address, options.nettype);
  }
  return address;
}
