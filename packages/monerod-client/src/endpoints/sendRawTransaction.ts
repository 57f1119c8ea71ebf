import { Endpoint } from '../endpoint';

/** A transaction to hand in. */
export interface SendRawTransactionParams {
  /** The signed transaction in hexadecimal. */
  hex: string;
  /** Keep it in the own pool only. */
  doNotRelay?: boolean;
}

/**
 * Hands in a transaction. `RpcError` with the daemon's reason when it is not
 * accepted, such as `double spend`.
 *
 * @returns whether it went on to peers
 */
export const sendRawTransaction: Endpoint<
  SendRawTransactionParams,
  { relayed: boolean }
> = {
  name: 'send_raw_transaction',
  style: 'path',
  encode: ({ hex, doNotRelay }) => ({
    tx_as_hex: hex,
    do_not_relay: doNotRelay ?? false,
  }),
  decode: wire => ({ relayed: !wire.boolean('not_relayed') }),
};
