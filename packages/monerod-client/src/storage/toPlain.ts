import { StorageFields, StorageNode } from './untyped';

/** A document that JSON can show. */
export type Plain =
  | string
  | number
  | boolean
  | Plain[]
  | { [name: string]: Plain };

const PRINTABLE = /^[ -~]*$/;

const hexByte = (byte: number) => byte.toString(16).padStart(2, '0');

/** Strings as they are when they are plain ASCII, else `0x` and their digits. */
function plainString(value: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(value);
  return PRINTABLE.test(text)
    ? text
    : `0x${Array.from(value, hexByte).join('')}`;
}

function plainNode(node: StorageNode): Plain {
  switch (node.type) {
    case 'object':
      return toPlain(node.fields);
    case 'list':
      return node.items.map(plainNode);
    case 'string':
      return plainString(node.value);
    case 'u64':
    case 'i64':
      // JSON has no numbers beyond 2^53.
      return `${node.value}`;
    default:
      return node.value;
  }
}

/** Shows a document of unknown meaning: one way only, types are lost. */
export function toPlain(fields: StorageFields): { [name: string]: Plain } {
  return Object.fromEntries(
    [...fields].map(([name, node]) => [name, plainNode(node)]),
  );
}
