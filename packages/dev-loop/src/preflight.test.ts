import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { assertDiskSpace, assertPortsFree } from './preflight';

describe('assertPortsFree', () => {
  it('names a taken port, how to find its holder and the flag for another', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    try {
      await expect(assertPortsFree({ 'backend-port': port })).rejects.toThrow(
        new RegExp(
          `Port ${port} is taken.*ss -ltnp.*--backend-port ${port + 1}`,
        ),
      );
    } finally {
      server.close();
    }
    await once(server, 'close');
    await expect(assertPortsFree({ port })).resolves.toBeUndefined();
  });
});

describe('assertDiskSpace', () => {
  it('accepts a disk with room', async () => {
    await expect(assertDiskSpace(tmpdir(), 1)).resolves.toBeUndefined();
  });

  it('tells how much is free, how much is needed and what to do', async () => {
    await expect(
      assertDiskSpace(tmpdir(), Number.MAX_SAFE_INTEGER),
    ).rejects.toThrow(/Only .* GiB are free .* 8388608\.0 GiB .* --data DIR/);
  });
});
