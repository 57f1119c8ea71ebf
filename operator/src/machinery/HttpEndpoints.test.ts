import { AddressInfo } from 'node:net';
import { serveEndpoints } from './HttpEndpoints';

describe('serveEndpoints', () => {
  it('answers its paths, and says what it does not know', async () => {
    const server = await serveEndpoints('127.0.0.1:0', {
      '/healthz': () => ({ status: 200, text: 'ok' }),
      '/broken': () => {
        throw new Error('oops');
      },
    });
    try {
      const { port } = server.address() as AddressInfo;
      const get = async (path: string) => {
        const response = await fetch(`http://127.0.0.1:${port}${path}`, {
          headers: { connection: 'close' },
        });
        return [response.status, await response.text()];
      };
      expect(await get('/healthz?verbose')).toEqual([200, 'ok']);
      expect(await get('/broken')).toEqual([500, 'Error: oops']);
      expect(await get('/constructor')).toEqual([404, 'not found']);
    } finally {
      await new Promise(resolve => server.close(resolve));
    }
  });

  it.each(['8081', 'host', ':99999', 'host:port'])(
    'refuses the address %s',
    async address => {
      await expect(serveEndpoints(address, {})).rejects.toThrow(
        `"${address}" is no address`,
      );
    },
  );
});
