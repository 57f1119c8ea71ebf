/** Undoes a start: the newest part first, each even when another failed. */
export interface Cleanup {
  add(undo: () => unknown): void;
  /** Runs once; later calls wait for the same run. */
  run(): Promise<void>;
  readonly started: boolean;
}

/** @param onStart called before the first part is undone. */
export function createCleanup(onStart: () => void): Cleanup {
  const parts: (() => unknown)[] = [];
  let running: Promise<void> | undefined;
  async function undoAll() {
    onStart();
    const errors: unknown[] = [];
    for (const undo of parts.reverse()) {
      try {
        await undo();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }
  return {
    add: undo => parts.push(undo),
    run: () => (running ??= undoAll()),
    get started() {
      return running !== undefined;
    },
  };
}
