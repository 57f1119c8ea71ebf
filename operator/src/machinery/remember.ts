/** Sets a key as the newest; drops the oldest beyond the limit. */
export function remember<V>(
  map: Map<string, V>,
  key: string,
  value: V,
  limit: number,
): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= limit) return;
  for (const oldest of map.keys()) {
    map.delete(oldest);
    return;
  }
}
