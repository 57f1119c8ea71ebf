import { walletMethod } from '../walletMethod';

/** What the other signers need to know before they can pay, in hexadecimal. */
export const exportMultisigInfo = walletMethod<void, string>(
  'export_multisig_info',
  { decode: wire => wire.string('info') },
);
