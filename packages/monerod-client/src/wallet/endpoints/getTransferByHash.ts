import { decodeTransfer, Transfer } from '../Transfer';
import { walletMethod } from '../walletMethod';

/** Transfers of one transaction: several where it paid to several of one's addresses. */
export const getTransferByHash = walletMethod<
  { hash: string; accountIndex?: number },
  Transfer[]
>('get_transfer_by_txid', {
  encode: ({ hash, accountIndex }) => ({
    txid: hash,
    account_index: accountIndex ?? 0,
  }),
  decode: wire => wire.list('transfers', decodeTransfer),
});
