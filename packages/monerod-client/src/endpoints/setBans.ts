import { Endpoint } from '../endpoint';

/** A host to ban, or to let in again. */
export interface BanChange {
  /** Such as `203.0.113.9` or `203.0.113.0/24`. */
  host: string;
  ban: boolean;
  /** For how long; without meaning when it is let in. */
  seconds: number;
}

/** Bans hosts, or lets them in again. Others stay as they are. Unrestricted listeners only. */
export const setBans: Endpoint<{ bans: readonly BanChange[] }, void> = {
  name: 'set_bans',
  style: 'json-rpc',
  encode: ({ bans }) => ({ bans }),
  decode: () => undefined,
};
