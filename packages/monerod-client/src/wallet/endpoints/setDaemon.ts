import { walletMethod } from '../walletMethod';

/** Where the daemon is, and how far to trust it. */
export interface SetDaemonParams {
  /** `host:port` or a URL. */
  address: string;
  username?: string;
  password?: string;
  /** It is one's own. */
  trusted?: boolean;
  ssl?: 'disabled' | 'enabled' | 'autodetect';
  sslPrivateKeyPath?: string;
  sslCertificatePath?: string;
  sslCaFile?: string;
  /** SHA-256 of certificates, in hexadecimal. */
  sslAllowedFingerprints?: readonly string[];
  sslAllowAnyCertificate?: boolean;
  /** `ip:port` of a SOCKS proxy. From 0.18.1 on. */
  proxy?: string;
}

/** Uses another daemon. */
export const setDaemon = walletMethod<SetDaemonParams>('set_daemon', {
  encode: params => ({
    address: params.address,
    username: params.username,
    password: params.password,
    trusted: params.trusted ?? false,
    ssl_support: params.ssl ?? 'autodetect',
    ssl_private_key_path: params.sslPrivateKeyPath,
    ssl_certificate_path: params.sslCertificatePath,
    ssl_ca_file: params.sslCaFile,
    ssl_allowed_fingerprints: params.sslAllowedFingerprints,
    ssl_allow_any_cert: params.sslAllowAnyCertificate,
    proxy: params.proxy,
  }),
});
