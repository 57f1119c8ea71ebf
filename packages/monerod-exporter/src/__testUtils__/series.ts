/** Time series of an exposition: name with labels, and value as written. */
export function seriesOf(exposition: string): Record<string, string> {
  const lines = exposition
    .split('\n')
    .filter(line => line && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map(line => {
      const space = line.lastIndexOf(' ');
      return [line.slice(0, space), line.slice(space + 1)];
    }),
  );
}
