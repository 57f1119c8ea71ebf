/** A failure that the user can act on; shown as one message, without a stack. */
export class LoopError extends Error {
  override name = 'LoopError';
}
