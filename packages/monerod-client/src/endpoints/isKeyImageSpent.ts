import { Endpoint } from '../endpoint';

/** Whether an output is spent, and where the transaction is that spends it. */
export type KeyImageState = 'unspent' | 'spent-in-chain' | 'spent-in-pool';

const STATES: Readonly<Record<number, KeyImageState>> = {
  0: 'unspent',
  1: 'spent-in-chain',
  2: 'spent-in-pool',
};

/** Whether outputs are spent, in the order of the key images. */
export const isKeyImageSpent: Endpoint<
  { keyImages: readonly string[] },
  KeyImageState[]
> = {
  name: 'is_key_image_spent',
  style: 'path',
  encode: ({ keyImages }) => ({ key_images: keyImages }),
  decode: wire => wire.numbersOf('spent_status', STATES),
};
