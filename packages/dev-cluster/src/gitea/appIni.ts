/** What a Gitea for tests must be told. */
export interface AppIniInput {
  /** Folder of everything that it writes. */
  dataDir: string;
  /** Folder with `options`, `templates` and `public`. */
  staticDir: string;
  port: number;
  /** The account that it runs as. */
  user: string;
  /** Secrets of its own, made anew for each start. */
  secrets: { secretKey: string; internalToken: string };
}

/**
 * Gitea's configuration: on the loopback alone, SQLite, no mail, no jobs, and
 * webhooks to this machine, which it refuses otherwise. Pure.
 */
export function appIni(input: AppIniInput): string {
  const { dataDir, staticDir, port, user, secrets } = input;
  const sections: Record<string, Record<string, string | number | boolean>> = {
    '': { RUN_USER: user, RUN_MODE: 'prod', APP_NAME: 'Forge for tests' },
    server: {
      PROTOCOL: 'http',
      HTTP_ADDR: '127.0.0.1',
      HTTP_PORT: port,
      ROOT_URL: `http://127.0.0.1:${port}/`,
      STATIC_ROOT_PATH: staticDir,
      APP_DATA_PATH: `${dataDir}/data`,
      DISABLE_SSH: true,
      OFFLINE_MODE: true,
      LFS_START_SERVER: false,
    },
    database: { DB_TYPE: 'sqlite3', PATH: `${dataDir}/gitea.db` },
    repository: {
      ROOT: `${dataDir}/repositories`,
      DEFAULT_BRANCH: 'main',
      DEFAULT_PUSH_CREATE_PRIVATE: false,
    },
    security: {
      INSTALL_LOCK: true,
      SECRET_KEY: secrets.secretKey,
      INTERNAL_TOKEN: secrets.internalToken,
    },
    service: { DISABLE_REGISTRATION: true },
    webhook: { ALLOWED_HOST_LIST: 'loopback' },
    indexer: { ISSUE_INDEXER_TYPE: 'db' },
    actions: { ENABLED: false },
    packages: { ENABLED: false },
    mailer: { ENABLED: false },
    log: { MODE: 'console', LEVEL: 'Warn', ROOT_PATH: `${dataDir}/log` },
  };
  return Object.entries(sections)
    .map(([name, settings]) =>
      [
        ...(name ? [`[${name}]`] : []),
        ...Object.entries(settings).map(([key, value]) => `${key} = ${value}`),
        '',
      ].join('\n'),
    )
    .join('\n');
}
