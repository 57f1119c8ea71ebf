import {
  parseAddress,
  parseSeed,
  standardAddress,
  walletKeysOfSeed,
} from '../src/browser';
import { WalletClient } from '../src/wallet';
import { startWalletStage, WalletStage } from './walletStage';

jest.setTimeout(240_000);

const XMR = 10n ** 12n;
/** Outputs of transactions can be spent after so many blocks. */
const LOCK_BLOCKS = 10;

let stage: WalletStage;
let alice: WalletClient;
let bob: WalletClient;
let aliceAddress: string;
let bobAddress: string;

const addressOf = async (wallet: WalletClient) =>
  (await wallet.getAddress()).address;

beforeAll(async () => {
  stage = await startWalletStage(2);
  [alice, bob] = stage.wallets;
  await alice.createWallet({ fileName: 'alice' });
  await bob.createWallet({ fileName: 'bob', language: 'Deutsch' });
  aliceAddress = await addressOf(alice);
  bobAddress = await addressOf(bob);
  // Rewards can be spent after 60 blocks, and a ring takes 16 outputs.
  await stage.mine(80, aliceAddress);
});

afterAll(() => stage?.stop());

/**
 * Mines what has been handed in, until what it pays can be spent. Blocks leave
 * out what monerod has yet to pass on, a moment after it has answered
 * (fill_block_template in monero's tx_pool.cpp).
 */
async function confirm(): Promise<void> {
  do {
    await stage.mine(1, aliceAddress);
  } while ((await stage.node.client.getTransactionPoolHashes()).length > 0);
  await stage.mine(LOCK_BLOCKS - 1, aliceAddress);
}

/** The same, and has a wallet read it. */
async function settle(wallet: WalletClient): Promise<void> {
  await confirm();
  await wallet.refresh();
}

it('receives rewards', async () => {
  expect(await alice.refresh()).toEqual({
    blocksFetched: expect.any(Number),
    receivedMoney: true,
  });
  const balance = await alice.getBalance();
  expect(balance.balanceAtomicUnits).toBeGreaterThan(2000n * XMR);
  expect(balance.unlockedAtomicUnits).toBeLessThan(balance.balanceAtomicUnits);
  expect(balance.addresses[0]).toMatchObject({
    address: aliceAddress,
    unspentOutputs: 80,
  });
  expect(await alice.getHeight()).toBe(81);
  const outputs = await alice.incomingTransfers({ which: 'available' });
  expect(outputs).toHaveLength(80);
  expect(outputs[0]).toMatchObject({ blockIndex: 1, spent: false });
});

it('restores from the seed what was made from it, as our own keys say', async () => {
  const seed = await bob.queryKey({ which: 'mnemonic' });
  const { entropy } = await parseSeed(seed);
  expect(standardAddress(walletKeysOfSeed(entropy), 'mainnet')).toBe(
    bobAddress,
  );
  await bob.closeWallet();
  const restored = await bob.restoreDeterministicWallet({
    fileName: 'bob-again',
    seed,
  });
  expect(restored).toMatchObject({ address: bobAddress, wasDeprecated: false });
});

it('pays, and both sides can prove it', async () => {
  const { transactions } = await alice.transfer({
    destinations: [{ address: bobAddress, amountAtomicUnits: 3n * XMR }],
    priority: 'elevated',
    withKeys: true,
    withHex: true,
  });
  const [{ hash, key = '', feeAtomicUnits, ...made }] = transactions;
  expect(transactions).toHaveLength(1);
  expect(made).toMatchObject({
    amountAtomicUnits: 3n * XMR,
    amountsAtomicUnits: [3n * XMR],
  });
  expect(feeAtomicUnits).toBeGreaterThan(0n);
  expect(made.hex).toMatch(/^[0-9a-f]+$/);
  expect(await stage.node.client.getTransactionPoolHashes()).toEqual([hash]);

  await settle(bob);
  await alice.refresh();
  const received = await bob.getTransfers({ kinds: ['in', 'pool'] });
  expect(received.in).toMatchObject([
    { transactionHash: hash, amountAtomicUnits: 3n * XMR, type: 'in' },
  ]);
  expect(await alice.getTransferByHash({ hash })).toMatchObject([
    { type: 'out', feeAtomicUnits, destinations: [{ address: bobAddress }] },
  ]);

  expect(await alice.getTransactionKey({ hash })).toBe(key);
  const claim = { hash, address: bobAddress };
  const received3 = {
    receivedAtomicUnits: 3n * XMR,
    inPool: false,
    confirmations: LOCK_BLOCKS,
  };
  expect(
    await bob.checkTransactionKey({ ...claim, transactionKey: key }),
  ).toEqual(received3);
  const signature = await alice.getTransactionProof({ ...claim, message: 'm' });
  expect(
    await bob.checkTransactionProof({ ...claim, message: 'm', signature }),
  ).toEqual({ good: true, ...received3 });
  expect(
    await bob.checkTransactionProof({ ...claim, message: 'n', signature }),
  ).toEqual({ good: false });
  const spend = await alice.getSpendProof({ hash });
  expect(await bob.checkSpendProof({ hash, signature: spend })).toBe(true);
  const reserve = await bob.getReserveProof({
    of: { accountIndex: 0, amountAtomicUnits: XMR },
  });
  expect(
    await alice.checkReserveProof({ address: bobAddress, signature: reserve }),
  ).toEqual({ good: true, totalAtomicUnits: 3n * XMR, spentAtomicUnits: 0n });
});

it('signs texts, and knows whose signature it is', async () => {
  const signature = await alice.sign({ data: 'text' });
  expect(
    await bob.verify({ data: 'text', address: aliceAddress, signature }),
  ).toEqual({ good: true, version: 2, old: false, key: 'spend' });
  expect(
    await bob.verify({ data: 'other', address: aliceAddress, signature }),
  ).toEqual({ good: false });
});

it('relays later, splits, freezes, sweeps', async () => {
  const { transactions } = await alice.transferSplit({
    destinations: [
      { address: bobAddress, amountAtomicUnits: XMR },
      { address: bobAddress, amountAtomicUnits: 2n * XMR },
    ],
    doNotRelay: true,
    withMetadata: true,
  });
  expect(transactions[0].amountsAtomicUnits).toEqual([XMR, 2n * XMR]);
  expect(await stage.node.client.getTransactionPoolHashes()).toEqual([]);
  const { metadata = '', hash } = transactions[0];
  expect(await alice.relayTransaction({ metadata })).toBe(hash);
  await settle(bob);

  const outputs = await bob.incomingTransfers({ which: 'available' });
  expect(outputs.map(each => each.amountAtomicUnits / XMR).sort()).toEqual([
    1n,
    2n,
    3n,
  ]);
  const { keyImage = '' } = outputs[0];
  await bob.freeze({ keyImage });
  expect(await bob.isFrozen({ keyImage })).toBe(true);
  await bob.thaw({ keyImage });
  expect(await bob.isFrozen({ keyImage })).toBe(false);
  const single = await bob.sweepSingle({ address: aliceAddress, keyImage });
  expect(single.transactions).toHaveLength(1);
  const swept = await bob.sweepAll({ address: aliceAddress });
  expect(swept.transactions).toHaveLength(1);
  expect((await bob.sweepDust()).transactions).toEqual([]);
  await settle(bob);
  expect((await bob.getBalance()).balanceAtomicUnits).toBe(0n);
});

it('keeps the keys in a cold wallet, and sees with another', async () => {
  const { cold } = stage;
  await cold.restoreDeterministicWallet({
    fileName: 'alice-signs',
    seed: await alice.queryKey({ which: 'mnemonic' }),
  });
  const viewKey = await alice.queryKey({ which: 'view_key' });
  await bob.closeWallet();
  const made = await bob.generateFromKeys({
    fileName: 'alice-sees',
    address: aliceAddress,
    secretViewKey: viewKey,
  });
  expect(made.address).toBe(aliceAddress);
  await bob.refresh();
  await alice.refresh();
  const outputs = await bob.exportOutputs({ all: true });
  expect(await cold.importOutputs({ outputs })).toBeGreaterThan(80);
  const images = await cold.exportKeyImages({ all: true });
  const imported = await bob.importKeyImages(images);
  expect(imported.spentAtomicUnits).toBeGreaterThan(0n);
  expect((await bob.getBalance()).balanceAtomicUnits).toBe(
    (await alice.getBalance()).balanceAtomicUnits,
  );

  const { unsignedSet = '', transactions } = await bob.transfer({
    destinations: [{ address: bobAddress, amountAtomicUnits: XMR }],
  });
  expect(transactions).toHaveLength(1);
  expect(await cold.describeTransfer({ unsignedSet })).toMatchObject([
    { recipients: [{ address: bobAddress, amountAtomicUnits: XMR }] },
  ]);
  const signed = await cold.signTransfer({ unsignedSet, withHex: true });
  expect(signed.hex).toHaveLength(1);
  const hashes = await bob.submitTransfer({ signedSet: signed.signedSet });
  expect(hashes).toEqual(signed.hashes);
  expect(await stage.node.client.getTransactionPoolHashes()).toEqual(hashes);
  // The hot wallet with the same keys learns of it by the block alone.
  await settle(alice);
});

it('pays from a wallet of two signers', async () => {
  const pair = [alice, bob];
  for (const [index, wallet] of pair.entries()) {
    await wallet.closeWallet();
    await wallet.createWallet({ fileName: `signer-${index}` });
  }
  const each = <T>(work: (wallet: WalletClient) => Promise<T>) =>
    Promise.all(pair.map(work));
  const prepared = await each(wallet =>
    wallet.prepareMultisig({ enableExperimental: true }),
  );
  let rounds = await each(wallet =>
    wallet.makeMultisig({ infos: prepared, threshold: 2 }),
  );
  const infos = rounds.map(({ info }) => info);
  rounds = await each(wallet => wallet.exchangeMultisigKeys({ infos }));
  const [{ address }] = rounds;
  expect(parseAddress(address).kind).toBe('standard');
  expect(rounds[1].address).toBe(address);
  expect(await alice.isMultisig()).toMatchObject({
    multisig: true,
    ready: true,
    threshold: 2,
    total: 2,
  });

  await alice.openWallet({ fileName: 'alice' });
  await alice.refresh();
  await alice.transfer({
    destinations: [{ address, amountAtomicUnits: 2n * XMR }],
  });
  await alice.openWallet({ fileName: 'signer-0' });
  await confirm();
  await each(wallet => wallet.refresh());
  const known = await each(wallet => wallet.exportMultisigInfo());
  expect(await alice.importMultisigInfo({ infos: [known[1]] })).toBe(1);
  expect(await bob.importMultisigInfo({ infos: [known[0]] })).toBe(1);
  const { multisigSet = '' } = await alice.transfer({
    destinations: [{ address: bobAddress, amountAtomicUnits: XMR }],
  });
  expect(await bob.describeTransfer({ multisigSet })).toHaveLength(1);
  const signature = await bob.signMultisig({ multisigSet });
  expect(signature.hashes).toHaveLength(1);
  expect(
    await bob.submitMultisig({ multisigSet: signature.multisigSet }),
  ).toEqual(signature.hashes);
  expect(await stage.node.client.getTransactionPoolHashes()).toEqual(
    signature.hashes,
  );
});

it('keeps accounts, labels, notes and an address book', async () => {
  await alice.closeWallet();
  await alice.openWallet({ fileName: 'alice' });
  await alice.changeWalletPassword({ oldPassword: '', newPassword: 'secret' });
  await expect(
    alice.openWallet({ fileName: 'alice', password: 'wrong' }),
  ).rejects.toMatchObject({ code: 'RpcError' });
  await alice.openWallet({ fileName: 'alice', password: 'secret' });

  const { accountIndex } = await alice.createAccount({ label: 'shop' });
  const made = await alice.createAddress({ accountIndex, count: 2 });
  expect(made.map(({ addressIndex }) => addressIndex)).toEqual([1, 2]);
  const subaddress = { major: accountIndex, minor: 1 };
  expect(await alice.getAddressIndex({ address: made[0].address })).toEqual(
    subaddress,
  );
  await alice.labelAddress({ subaddress, label: 'till' });
  await alice.labelAccount({ accountIndex, label: 'market' });
  await alice.tagAccounts({ tag: 't', accountIndices: [accountIndex] });
  await alice.setAccountTagDescription({ tag: 't', description: 'trade' });
  expect(await alice.getAccountTags()).toEqual([
    { tag: 't', description: 'trade', accountIndices: [accountIndex] },
  ]);
  expect((await alice.getAccounts({ tag: 't' })).accounts).toMatchObject([
    { label: 'market', tag: 't' },
  ]);
  await alice.untagAccounts({ accountIndices: [accountIndex] });
  expect((await alice.getAddress({ accountIndex })).addresses[1]).toMatchObject(
    { label: 'till', used: false },
  );

  const { out } = await alice.getTransfers({ kinds: ['out'] });
  const hash = out[0].transactionHash;
  await alice.setTransactionNotes({ notes: [{ hash, note: 'lunch' }] });
  expect(await alice.getTransactionNotes({ hashes: [hash] })).toEqual([
    'lunch',
  ]);
  await alice.setAttribute({ key: 'k', value: 'v' });
  expect(await alice.getAttribute({ key: 'k' })).toBe('v');

  const index = await alice.addAddressBook({ address: bobAddress });
  await alice.editAddressBook({ index, description: 'Bob' });
  expect(await alice.getAddressBook()).toEqual([
    { index, address: bobAddress, description: 'Bob' },
  ]);
  await alice.deleteAddressBook({ index });
  expect(await alice.getAddressBook()).toEqual([]);
});

it('reads and writes integrated addresses and URIs', async () => {
  const paymentId = '0123456789abcdef';
  const { integratedAddress } = await alice.makeIntegratedAddress({
    paymentId,
  });
  expect(await alice.splitIntegratedAddress({ integratedAddress })).toEqual({
    standardAddress: aliceAddress,
    paymentId,
    isSubaddress: false,
  });
  const wanted = {
    address: bobAddress,
    amountAtomicUnits: XMR,
    recipientName: 'Bob',
    description: 'a b',
    paymentId: '',
  };
  const uri = await alice.makeUri(wanted);
  expect(await alice.parseUri({ uri: `${uri}&x=1` })).toEqual({
    ...wanted,
    unknownParameters: ['x=1'],
  });
  expect(await alice.validateAddress({ address: bobAddress })).toMatchObject({
    valid: true,
    nettype: 'mainnet',
  });
  expect(await alice.getPayments({ paymentId })).toEqual([]);
  expect(await alice.getBulkPayments({ paymentIds: [] })).not.toEqual([]);
});

it('does what else the program offers', async () => {
  await settle(alice);
  const { transactions } = await alice.transfer({
    destinations: [{ address: bobAddress, amountAtomicUnits: XMR }],
  });
  await alice.scanTransactions({
    hashes: transactions.map(({ hash }) => hash),
  });
  await alice.autoRefresh({ enable: false });
  await alice.rescanSpent();
  await alice.rescanBlockchain();
  await alice.store();
  expect((await alice.getLanguages())[0]).toEqual({
    name: 'German',
    ownName: 'Deutsch',
  });
  expect(
    (await alice.estimateTransaction({ inputs: 1, outputs: 2 })).sizeBytes,
  ).toBeGreaterThan(1000);
  expect(await alice.getDefaultFeePriority()).toBe('unimportant');
  expect((await alice.getVersion()).major).toBe(1);
  await alice.setLogLevel({ level: 0 });
  expect(await alice.setLogCategories({ categories: '*:ERROR' })).toBe(
    '*:ERROR',
  );
  await alice.setDaemon({ address: stage.node.url, trusted: true });
  await expect(alice.finalizeMultisig({ infos: [] })).rejects.toMatchObject({
    code: 'RpcError',
  });

  await alice.setupBackgroundSync({
    type: 'reuse-wallet-password',
    walletPassword: 'secret',
  });
  await alice.startBackgroundSync();
  await expect(alice.queryKey({ which: 'spend_key' })).rejects.toMatchObject({
    code: 'RpcError',
  });
  await alice.stopBackgroundSync({ walletPassword: 'secret' });
  expect(await alice.queryKey({ which: 'spend_key' })).toMatch(
    /^[0-9a-f]{64}$/,
  );
  await bob.stopWallet();
});
