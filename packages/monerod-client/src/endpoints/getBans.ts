import { query } from '../endpoint';

/** A host or subnet that may not connect. */
export interface Ban {
  /** Such as `203.0.113.9` or `203.0.113.0/24`. */
  host: string;
  /** How much longer. */
  seconds: number;
}

/** Who may not connect. Unrestricted listeners only. */
export const getBans = query('get_bans', 'json-rpc', (wire): Ban[] =>
  wire.list('bans', ban => ({
    host: ban.string('host'),
    seconds: ban.count('seconds'),
  })),
);
