import {
  BlockHeader,
  CallOptions,
  DaemonClient,
  MonerodError,
} from 'monerod-client';

/** What the miner of one block got. */
export interface BlockFees {
  /** New coins. */
  subsidyAtomicUnits: bigint;
  /** From the transactions of the block. */
  feesAtomicUnits: bigint;
}

/** Asks for the fees of a block. */
export type BlockFeesSource = (
  block: BlockHeader,
  options: CallOptions,
) => Promise<BlockFees>;

/**
 * Fees of the top block. The daemon reads every transaction of the block for
 * them, so the answer is kept until there is another block.
 */
export function createBlockFeesSource(
  client: Pick<DaemonClient, 'getCoinbaseTransactionSum'>,
): BlockFeesSource {
  let known: { hash: string; fees: BlockFees } | undefined;
  return async (block, options) => {
    if (known?.hash === block.hash) return known.fees;
    const sum = await client.getCoinbaseTransactionSum(
      { first: block.index, blocks: 1 },
      options,
    );
    const fees: BlockFees = {
      subsidyAtomicUnits: sum.emissionAtomicUnits,
      feesAtomicUnits: sum.feesAtomicUnits,
    };
    const reward = fees.subsidyAtomicUnits + fees.feesAtomicUnits;
    if (reward !== block.rewardAtomicUnits) {
      // asked by height: another block may have come in between
      throw new MonerodError(
        'InvalidResponse',
        `get_coinbase_tx_sum: block ${block.index} is not ${block.hash} any more`,
      );
    }
    known = { hash: block.hash, fees };
    return fees;
  };
}
