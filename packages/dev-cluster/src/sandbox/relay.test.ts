import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort, isPortFree } from '../host/ports';
import { startRelay, type Relay } from './relay';

describe('startRelay', () => {
  let dir: string;
  let echo: Server;
  let relay: Relay | undefined;
  let port: number;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'relay-'));
    echo = createServer({ allowHalfOpen: true }, socket => socket.pipe(socket));
    echo.listen(join(dir, 'echo'));
    await once(echo, 'listening');
    port = await findFreePort();
  });
  afterEach(async () => {
    await relay?.close();
    relay = undefined;
    await new Promise(resolve => echo.close(resolve));
    await rm(dir, { recursive: true });
  });

  async function roundTrip(text: string): Promise<string> {
    const socket = connect({ host: '127.0.0.1', port });
    let answer = '';
    socket.setEncoding('utf8').on('data', (part: string) => {
      answer += part;
    });
    socket.end(text);
    await once(socket, 'close');
    return answer;
  }

  it('carries bytes both ways, to the last one after a half close', async () => {
    relay = await startRelay(port, () => join(dir, 'echo'));
    const text = 'height '.repeat(100_000);
    expect(await roundTrip(text)).toBe(text);
  });

  it('closes the connection when there is nothing behind it yet', async () => {
    relay = await startRelay(port, () => undefined);
    const socket = connect({ host: '127.0.0.1', port });
    await expect(once(socket, 'close')).resolves.toEqual([false]);
  });

  it('closes the connection when nobody listens behind it', async () => {
    relay = await startRelay(port, () => join(dir, 'nobody'));
    const socket = connect({ host: '127.0.0.1', port });
    socket.on('error', () => {});
    await once(socket, 'close');
    expect(socket.bytesRead).toBe(0);
  });

  it('says when the port is taken', async () => {
    relay = await startRelay(port, () => join(dir, 'echo'));
    await expect(startRelay(port, () => undefined)).rejects.toMatchObject({
      code: 'PortTaken',
      message: expect.stringContaining(`Port ${port} of 127.0.0.1 is used`),
    });
  });

  it('cuts open connections when it closes', async () => {
    const open = await startRelay(port, () => join(dir, 'echo'));
    const socket = connect({ host: '127.0.0.1', port });
    socket.write('x');
    await once(socket, 'data');
    await Promise.all([once(socket, 'close'), open.close()]);
    expect(await isPortFree(port)).toBe(true);
  });
});
