const HOST = '[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?';
const IPV6 = '\\[[0-9A-Fa-f:.]{2,45}\\]';
const POOL = new RegExp(
  `^(stratum\\+(tcp|ssl)://)?(${HOST}|${IPV6}):(\\d{1,5})$`,
);
const MAX_PORT = 65_535;

/** What is wrong with a pool's address, in words; undefined when xmrig can connect to it. */
export function poolProblem(pool: string | undefined): string | undefined {
  if (!pool) {
    return 'A pool is needed, as host:port.';
  }
  const match = POOL.exec(pool);
  if (!match) {
    return `'${pool.slice(
      0,
      64,
    )}' is no pool: give host:port, such as pool.example.org:3333.`;
  }
  const port = Number(match[match.length - 1]);
  return port >= 1 && port <= MAX_PORT
    ? undefined
    : `${port} is no port: it is a number from 1 to ${MAX_PORT}.`;
}
