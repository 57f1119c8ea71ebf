import { query } from '../endpoint';

/** Ends the daemon, soon after it has answered. Unrestricted listeners only. */
export const stopDaemon = query('stop_daemon', 'path', () => undefined);
