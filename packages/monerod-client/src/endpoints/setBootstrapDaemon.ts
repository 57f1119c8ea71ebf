import { Endpoint } from '../endpoint';

/** A daemon to take answers from while the own one synchronizes. */
export interface BootstrapDaemon {
  /** `host:port` or URL, `auto` for one of the public nodes, empty for none. */
  address: string;
  username?: string;
  /** SECRET */
  password?: string;
  /** SOCKS proxy, `ip:port`. */
  proxy?: string;
}

/** Sets the daemon that answers in place of this one while it synchronizes. Unrestricted listeners only. */
export const setBootstrapDaemon: Endpoint<BootstrapDaemon, void> = {
  name: 'set_bootstrap_daemon',
  style: 'path',
  encode: ({ address, username, password, proxy }) => ({
    address,
    username: username ?? '',
    password: password ?? '',
    proxy: proxy ?? '',
  }),
  decode: () => undefined,
};
