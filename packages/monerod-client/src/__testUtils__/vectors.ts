import json from '../testdata/addresses.json';
import { AddressVectors } from './walletFacts';

/** Wallets that the real monero-wallet-rpc made. */
export const { wallets: WALLETS } = json as AddressVectors;

/** A subaddress and an integrated address of the first wallet, on mainnet. */
export const [FIRST] = WALLETS;
