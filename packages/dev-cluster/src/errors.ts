/** Why the development cluster cannot do what was asked. */
export type DevClusterErrorCode =
  | 'NotLinux'
  | 'NotRoot'
  | 'MissingPackage'
  | 'NoGo'
  | 'BuildFailed'
  | 'DiskFull'
  | 'KernelLimit'
  | 'PortTaken'
  | 'AlreadyRunning'
  | 'NotRunning'
  | 'HolderSilent'
  | 'InvalidOption'
  | 'StartFailed'
  | 'Died'
  | 'ExecFailed'
  | 'Aborted';

/** One message for people: what is wrong, and what to do about it. */
export class DevClusterError extends Error {
  readonly name = 'DevClusterError';

  constructor(
    readonly code: DevClusterErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
