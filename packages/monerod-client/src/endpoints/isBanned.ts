import { Endpoint } from '../endpoint';

/** Whether a host may connect, and when it may again. */
export interface BanState {
  banned: boolean;
  /** How much longer; 0 when it may. */
  seconds: number;
}

/** Whether a host is banned. Unrestricted listeners only. */
export const isBanned: Endpoint<{ address: string }, BanState> = {
  name: 'banned',
  style: 'json-rpc',
  encode: ({ address }) => ({ address }),
  decode: wire => ({
    banned: wire.boolean('banned'),
    seconds: wire.count('seconds'),
  }),
};
