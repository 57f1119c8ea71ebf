import { Endpoint } from '../endpoint';

/** Sets how much is logged, from 0 to 4. Unrestricted listeners only. */
export const setLogLevel: Endpoint<{ level: number }, void> = {
  name: 'set_log_level',
  style: 'path',
  encode: ({ level }) => ({ level }),
  decode: () => undefined,
};
