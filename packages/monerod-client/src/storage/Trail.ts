import { StorageError, StorageErrorCode } from './StorageError';

/** Remembers where in a document the work is, for errors and for the depth. */
export class Trail {
  private readonly steps: (string | number)[] = [];
  private depth = 0;

  constructor(private readonly maxDepth: number) {}

  /** Goes into a field or into an element. */
  enter(step: string | number): void {
    this.steps.push(step);
  }

  /** Comes back from the last {@link enter}. */
  leave(): void {
    this.steps.pop();
  }

  /** Goes one object or list deeper. @throws StorageError `TooDeep` */
  descend(): void {
    this.depth += 1;
    if (this.depth > this.maxDepth) {
      this.fail('TooDeep', `more than ${this.maxDepth} levels deep`);
    }
  }

  /** Comes back from the last {@link descend}. */
  ascend(): void {
    this.depth -= 1;
  }

  /** Where the work is, such as `peers[3].adr`. */
  get path(): string {
    return this.steps
      .map((step, index) => {
        if (typeof step === 'number') {
          return `[${step}]`;
        }
        return index === 0 ? step : `.${step}`;
      })
      .join('');
  }

  /** @throws StorageError that says where the work is */
  fail(code: StorageErrorCode, message: string): never {
    throw new StorageError(code, message, {
      path: this.path,
      offset: this.offset,
    });
  }

  /** Byte to name in errors. */
  protected get offset(): number | undefined {
    return undefined;
  }
}
