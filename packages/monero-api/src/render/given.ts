/** The field, unless it is empty or what holds anyway. */
export function given<K extends string, T>(
  key: K,
  value: T | undefined,
  standard?: NoInfer<T>,
): { [P in K]?: T } {
  if (value === undefined || value === '' || value === standard) return {};
  if (typeof value === 'object' && Object.keys(value ?? {}).length === 0) {
    return {};
  }
  return { [key]: value } as { [P in K]?: T };
}
