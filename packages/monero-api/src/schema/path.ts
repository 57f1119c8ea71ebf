/** One step into a manifest: a field's name or a place in a list. */
export type PathStep = string | number;

/** Appends a step to a path, written as the API server writes it: `spec.monerod.args[2]`. */
export function joinPath(path: string, step: PathStep): string {
  if (typeof step === 'number') return `${path}[${step}]`;
  return path ? `${path}.${step}` : step;
}

/** A path as the API server writes it; the keys of maps stand in brackets. */
export function formatPath(steps: readonly PathStep[]): string {
  return steps.reduce<string>(joinPath, '');
}
