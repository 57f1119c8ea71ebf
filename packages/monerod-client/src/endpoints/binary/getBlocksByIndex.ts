import { list, object, text } from '../../storage';
import { binaryCall } from './binaryCall';
import { BlockBlobs, blockList, blockOf } from './completeBlock';
import { count } from './numbers';

/** Blocks by their indices, with their transactions. */
export const getBlocksByIndex = binaryCall({
  name: 'get_blocks_by_height.bin',
  request: object({ heights: list(count()) }),
  answer: object({ status: text(), blocks: blockList() }),
  encode: ({ indices }: { indices: readonly number[] }) => ({
    heights: [...indices],
  }),
  decode: ({ blocks }): BlockBlobs[] => blocks.map(blockOf),
});
