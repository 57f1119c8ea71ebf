import { Endpoint } from '../endpoint';

/** Proof of work of another chain, for merge mining. */
export interface AuxPow {
  /** Of the chain, 64 hexadecimal digits. */
  id: string;
  hash: string;
}

/** What to add to which template. */
export interface AddAuxPowParams {
  /** Blob of a block template, in hexadecimal. */
  blob: string;
  auxPow: readonly AuxPow[];
}

/** A template with the merge mining data in it. */
export interface AuxTemplate {
  blob: string;
  hashingBlob: string;
  merkleRoot: string;
  merkleTreeDepth: number;
  /** In the order in which they went in. */
  auxPow: AuxPow[];
}

/** Puts merge mining data into a block template; nothing in the daemon changes. */
export const addAuxPow: Endpoint<AddAuxPowParams, AuxTemplate> = {
  name: 'add_aux_pow',
  style: 'json-rpc',
  encode: ({ blob, auxPow }) => ({ blocktemplate_blob: blob, aux_pow: auxPow }),
  decode: wire => ({
    blob: wire.hex('blocktemplate_blob'),
    hashingBlob: wire.hex('blockhashing_blob'),
    merkleRoot: wire.hash('merkle_root'),
    merkleTreeDepth: wire.count('merkle_tree_depth'),
    auxPow: wire.list('aux_pow', entry => ({
      id: entry.hash('id'),
      hash: entry.hash('hash'),
    })),
  }),
};
