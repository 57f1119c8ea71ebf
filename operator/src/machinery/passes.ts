import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { Key, splitKey } from './key';
import { LogFields } from './Logger';

/** One pass over one object, as log lines name it. */
export interface Pass {
  controller: string;
  key: Key;
  /** Different for every pass. */
  id: string;
}

/** Knows the pass that a call is made in, however deep. */
export class Passes {
  private readonly current = new AsyncLocalStorage<Pass>();

  /** Runs a pass. */
  run<T>(controller: string, key: Key, work: (pass: Pass) => T): T {
    const pass = { controller, key, id: randomUUID() };
    return this.current.run(pass, () => work(pass));
  }

  /** Fields for a log line of the pass under way; none outside of one. */
  fields(): LogFields {
    const pass = this.current.getStore();
    return pass ? fieldsOf(pass) : {};
  }
}

/** As controller-runtime names them. */
export function fieldsOf({ controller, key, id }: Pass): LogFields {
  return { controller, ...splitKey(key), reconcileID: id };
}
