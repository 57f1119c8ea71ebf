import { Endpoint } from '../endpoint';

/** Takes blocks off the top of the chain. Unrestricted listeners only. @returns the height then */
export const popBlocks: Endpoint<{ blocks: number }, number> = {
  name: 'pop_blocks',
  style: 'path',
  timeoutMs: 60_000,
  encode: ({ blocks }) => ({ nblocks: blocks }),
  decode: wire => wire.count('height'),
};
