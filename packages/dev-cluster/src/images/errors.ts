/**
 * What kind of failure: `Containerfile` (text or files it names are wrong),
 * `Unsupported` (this machine cannot do it), `Packages` (apt or dpkg failed),
 * `Bundle` (our own code did not build), `Import` (a store did not take it).
 */
export type ImageErrorCode =
  | 'Containerfile'
  | 'Unsupported'
  | 'Packages'
  | 'Bundle'
  | 'Import';

/** The error of everything that builds or moves images. */
export class ImageError extends Error {
  readonly name = 'ImageError';
  constructor(
    readonly code: ImageErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
