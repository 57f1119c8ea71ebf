export {
  createRestrictedWalletClient,
  createWalletClient,
  type RestrictedWalletClient,
  type WalletClient,
  type WalletClientOptions,
} from './client';
export {
  type CheckReserveProofParams,
  type ReserveVerdict,
} from './endpoints/checkReserveProof';
export {
  type CheckTransactionKeyParams,
  type Received,
} from './endpoints/checkTransactionKey';
export { type ProofVerdict } from './endpoints/checkTransactionProof';
export { type CreateAddressParams } from './endpoints/createAddress';
export { type CreateWalletParams } from './endpoints/createWallet';
export {
  type TransactionSet,
  type TransferDescription,
} from './endpoints/describeTransfer';
export { type EstimateTransactionParams } from './endpoints/estimateTransaction';
export { type ExchangeMultisigKeysParams } from './endpoints/exchangeMultisigKeys';
export {
  type SignedKeyImage,
  type KeyImages,
} from './endpoints/exportKeyImages';
export { type ExportOutputsParams } from './endpoints/exportOutputs';
export { type GenerateFromKeysParams } from './endpoints/generateFromKeys';
export { type AccountTag } from './endpoints/getAccountTags';
export {
  type GetAccountsParams,
  type Account,
  type Accounts,
} from './endpoints/getAccounts';
export {
  type GetAddressParams,
  type AccountAddresses,
} from './endpoints/getAddress';
export { type AddressBookEntry } from './endpoints/getAddressBook';
export {
  type GetBalanceParams,
  type AddressBalance,
  type Balance,
} from './endpoints/getBalance';
export { type GetBulkPaymentsParams } from './endpoints/getBulkPayments';
export { type ReserveProofParams } from './endpoints/getReserveProof';
export { type TransactionProofParams } from './endpoints/getTransactionProof';
export {
  type TransferKind,
  type GetTransfersParams,
  type Transfers,
} from './endpoints/getTransfers';
export { type WalletVersion } from './endpoints/getVersion';
export { type ImportedKeyImages } from './endpoints/importKeyImages';
export {
  type IncomingTransfersParams,
  type WalletOutput,
} from './endpoints/incomingTransfers';
export { type MultisigState } from './endpoints/isMultisig';
export { type MakeIntegratedAddressParams } from './endpoints/makeIntegratedAddress';
export {
  type MakeMultisigParams,
  type MultisigRound,
} from './endpoints/makeMultisig';
export { type PaymentUri } from './endpoints/makeUri';
export { type OpenWalletParams } from './endpoints/openWallet';
export {
  type RestoreWalletParams,
  type RestoredWallet,
} from './endpoints/restoreDeterministicWallet';
export { type SetDaemonParams } from './endpoints/setDaemon';
export { type SetupBackgroundSyncParams } from './endpoints/setupBackgroundSync';
export { type SignParams } from './endpoints/sign';
export { type MultisigSignature } from './endpoints/signMultisig';
export {
  type SignTransferParams,
  type SignedSet,
} from './endpoints/signTransfer';
export { type StartMiningParams } from './endpoints/startMining';
export { type StopBackgroundSyncParams } from './endpoints/stopBackgroundSync';
export { type SweepAllParams } from './endpoints/sweepAll';
export { type SweepSingleParams } from './endpoints/sweepSingle';
export { type TransferParams } from './endpoints/transfer';
export {
  type ValidateAddressParams,
  type AddressVerdict,
} from './endpoints/validateAddress';
export { type VerifyParams, type SignatureVerdict } from './endpoints/verify';
export { type Payment } from './Payment';
export { type SubaddressIndex } from './SubaddressIndex';
export { type Destination, type Transfer } from './Transfer';
export {
  type Priority,
  type MakingOptions,
  type MadeTransaction,
  type MadeTransactions,
} from './madeTransactions';
