import { Endpoint } from '../endpoint';

/** Only look, or fetch too. */
export interface UpdateParams {
  command: 'check' | 'download';
  /** Where to put it; the daemon chooses unless said. */
  path?: string;
}

/** A newer release. Every field is empty when there is none. */
export interface Update {
  available: boolean;
  version: string;
  userUrl: string;
  autoUrl: string;
  hash: string;
  path: string;
}

/** Looks for a newer release on the Internet; `RpcError` when it cannot. Unrestricted listeners only. */
export const update: Endpoint<UpdateParams, Update> = {
  name: 'update',
  style: 'path',
  timeoutMs: 60_000,
  encode: ({ command, path }) => ({ command, path: path ?? '' }),
  decode: wire => ({
    available: wire.boolean('update'),
    version: wire.string('version'),
    userUrl: wire.string('user_uri'),
    autoUrl: wire.string('auto_uri'),
    hash: wire.string('hash'),
    path: wire.string('path'),
  }),
};
