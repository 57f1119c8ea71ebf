import { query } from '../endpoint';

/** Writes the chain to its disk. Unrestricted listeners only. */
export const saveBlockchain = {
  ...query('save_bc', 'path', () => undefined),
  timeoutMs: 300_000,
};
