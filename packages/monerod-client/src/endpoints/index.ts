import { generateBlocks } from './generateBlocks';
import { getBlockCount } from './getBlockCount';
import { getConnections } from './getConnections';
import { getInfo } from './getInfo';
import { getLastBlockHeader } from './getLastBlockHeader';
import { getTransactionPoolStats } from './getTransactionPoolStats';
import { getVersion } from './getVersion';
import { hardForkInfo } from './hardForkInfo';

/** Calls that every listener answers. */
export const restrictedEndpoints = {
  getInfo,
  getBlockCount,
  getLastBlockHeader,
  getTransactionPoolStats,
  getVersion,
  hardForkInfo,
};

/** Calls that only the unrestricted listener answers, and those of all. */
export const unrestrictedEndpoints = {
  ...restrictedEndpoints,
  getConnections,
  generateBlocks,
};
