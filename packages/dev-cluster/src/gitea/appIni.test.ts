import { appIni } from './appIni';

describe("Gitea's configuration", () => {
  const text = appIni({
    dataDir: '/tmp/x',
    staticDir: '/tmp/x/static',
    port: 3000,
    user: 'nobody',
    secrets: { secretKey: 'a', internalToken: 'b' },
  });

  it.each([
    'RUN_USER = nobody',
    '[server]\nPROTOCOL = http\nHTTP_ADDR = 127.0.0.1\nHTTP_PORT = 3000\n',
    '[security]\nINSTALL_LOCK = true\n',
    'DISABLE_SSH = true',
    'OFFLINE_MODE = true',
    'STATIC_ROOT_PATH = /tmp/x/static',
    '[webhook]\nALLOWED_HOST_LIST = loopback\n',
  ])('says %j', line => {
    expect(text).toContain(line);
  });
});
