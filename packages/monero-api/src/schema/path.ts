/** One step into a manifest: a field's name or a place in a list. */
export type PathStep = string | number;

/** Appends a step to a path, written as the API server writes it: `spec.monerod.args[2]`. */
export function joinPath(path: string, step: PathStep): string {
  if (typeof step === 'number') return `${path}[${step}]`;
  return path ? `${path}.${step}` : step;
}

/** Appends the key of a map, which the API server writes in brackets where a rule speaks: `requests[memory]`. */
export function joinKey(path: string, key: string): string {
  return `${path}[${key}]`;
}
