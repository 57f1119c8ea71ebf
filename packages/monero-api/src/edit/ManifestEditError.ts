/**
 * A manifest that cannot be edited without touching what nobody asked to change. The message names the place, and says
 * what to do instead.
 */
export class ManifestEditError extends Error {
  override readonly name = 'ManifestEditError';
}
