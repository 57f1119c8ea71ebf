import { addAddressBook } from './addAddressBook';
import { autoRefresh } from './autoRefresh';
import { changeWalletPassword } from './changeWalletPassword';
import { checkReserveProof } from './checkReserveProof';
import { checkSpendProof } from './checkSpendProof';
import { checkTransactionKey } from './checkTransactionKey';
import { checkTransactionProof } from './checkTransactionProof';
import { closeWallet } from './closeWallet';
import { createAccount } from './createAccount';
import { createAddress } from './createAddress';
import { createWallet } from './createWallet';
import { deleteAddressBook } from './deleteAddressBook';
import { describeTransfer } from './describeTransfer';
import { editAddressBook } from './editAddressBook';
import { estimateTransaction } from './estimateTransaction';
import { exchangeMultisigKeys } from './exchangeMultisigKeys';
import { exportKeyImages } from './exportKeyImages';
import { exportMultisigInfo } from './exportMultisigInfo';
import { exportOutputs } from './exportOutputs';
import { finalizeMultisig } from './finalizeMultisig';
import { freeze } from './freeze';
import { generateFromKeys } from './generateFromKeys';
import { getAccountTags } from './getAccountTags';
import { getAccounts } from './getAccounts';
import { getAddress } from './getAddress';
import { getAddressBook } from './getAddressBook';
import { getAddressIndex } from './getAddressIndex';
import { getAttribute } from './getAttribute';
import { getBalance } from './getBalance';
import { getBulkPayments } from './getBulkPayments';
import { getDefaultFeePriority } from './getDefaultFeePriority';
import { getHeight } from './getHeight';
import { getLanguages } from './getLanguages';
import { getPayments } from './getPayments';
import { getReserveProof } from './getReserveProof';
import { getSpendProof } from './getSpendProof';
import { getTransactionKey } from './getTransactionKey';
import { getTransactionNotes } from './getTransactionNotes';
import { getTransactionProof } from './getTransactionProof';
import { getTransferByHash } from './getTransferByHash';
import { getTransfers } from './getTransfers';
import { getVersion } from './getVersion';
import { importKeyImages } from './importKeyImages';
import { importMultisigInfo } from './importMultisigInfo';
import { importOutputs } from './importOutputs';
import { incomingTransfers } from './incomingTransfers';
import { isFrozen } from './isFrozen';
import { isMultisig } from './isMultisig';
import { labelAccount } from './labelAccount';
import { labelAddress } from './labelAddress';
import { makeIntegratedAddress } from './makeIntegratedAddress';
import { makeMultisig } from './makeMultisig';
import { makeUri } from './makeUri';
import { openWallet } from './openWallet';
import { parseUri } from './parseUri';
import { prepareMultisig } from './prepareMultisig';
import { queryKey } from './queryKey';
import { refresh } from './refresh';
import { relayTransaction } from './relayTransaction';
import { rescanBlockchain } from './rescanBlockchain';
import { rescanSpent } from './rescanSpent';
import { restoreDeterministicWallet } from './restoreDeterministicWallet';
import { scanTransactions } from './scanTransactions';
import { setAccountTagDescription } from './setAccountTagDescription';
import { setAttribute } from './setAttribute';
import { setDaemon } from './setDaemon';
import { setLogCategories } from './setLogCategories';
import { setLogLevel } from './setLogLevel';
import { setTransactionNotes } from './setTransactionNotes';
import { setupBackgroundSync } from './setupBackgroundSync';
import { sign } from './sign';
import { signMultisig } from './signMultisig';
import { signTransfer } from './signTransfer';
import { splitIntegratedAddress } from './splitIntegratedAddress';
import { startBackgroundSync } from './startBackgroundSync';
import { startMining } from './startMining';
import { stopBackgroundSync } from './stopBackgroundSync';
import { stopMining } from './stopMining';
import { stopWallet } from './stopWallet';
import { store } from './store';
import { submitMultisig } from './submitMultisig';
import { submitTransfer } from './submitTransfer';
import { sweepAll } from './sweepAll';
import { sweepDust } from './sweepDust';
import { sweepSingle } from './sweepSingle';
import { tagAccounts } from './tagAccounts';
import { thaw } from './thaw';
import { transfer } from './transfer';
import { transferSplit } from './transferSplit';
import { untagAccounts } from './untagAccounts';
import { validateAddress } from './validateAddress';
import { verify } from './verify';

/** Methods that a wallet with `--restricted-rpc` answers too. */
export const restrictedWalletEndpoints = {
  getBalance,
  getAddress,
  getAddressIndex,
  createAddress,
  labelAddress,
  getAccounts,
  createAccount,
  labelAccount,
  getAccountTags,
  tagAccounts,
  untagAccounts,
  setAccountTagDescription,
  getHeight,
  relayTransaction,
  getPayments,
  getBulkPayments,
  incomingTransfers,
  makeIntegratedAddress,
  splitIntegratedAddress,
  getTransactionNotes,
  getTransactionKey,
  checkTransactionKey,
  getTransactionProof,
  checkTransactionProof,
  getSpendProof,
  checkSpendProof,
  getReserveProof,
  checkReserveProof,
  exportKeyImages,
  makeUri,
  parseUri,
  getAddressBook,
  startMining,
  stopMining,
  getLanguages,
  createWallet,
  openWallet,
  closeWallet,
  generateFromKeys,
  restoreDeterministicWallet,
  isMultisig,
  validateAddress,
  estimateTransaction,
  getDefaultFeePriority,
  getVersion,
  freeze,
  thaw,
  isFrozen,
};

/** Every method. */
export const walletEndpoints = {
  ...restrictedWalletEndpoints,
  transfer,
  transferSplit,
  describeTransfer,
  signTransfer,
  submitTransfer,
  sweepDust,
  sweepAll,
  sweepSingle,
  store,
  queryKey,
  stopWallet,
  rescanBlockchain,
  setTransactionNotes,
  setAttribute,
  getAttribute,
  getTransfers,
  getTransferByHash,
  sign,
  verify,
  exportOutputs,
  importOutputs,
  importKeyImages,
  addAddressBook,
  editAddressBook,
  deleteAddressBook,
  refresh,
  autoRefresh,
  scanTransactions,
  rescanSpent,
  changeWalletPassword,
  prepareMultisig,
  makeMultisig,
  exportMultisigInfo,
  importMultisigInfo,
  finalizeMultisig,
  exchangeMultisigKeys,
  signMultisig,
  submitMultisig,
  setDaemon,
  setLogLevel,
  setLogCategories,
  setupBackgroundSync,
  startBackgroundSync,
  stopBackgroundSync,
};
