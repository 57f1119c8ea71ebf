/** One POST; `signal` is the only thing that ends it early. */
export interface Attempt {
  path: string;
  /** JSON where it is a text. */
  body: string | Uint8Array;
  signal: AbortSignal;
  /** Value of the header of that name. */
  authorization?: string;
}

/** An answer whose body has not been read. */
export interface HttpAnswer {
  status: number;
  /** Values of the header `WWW-Authenticate`. */
  challenges: readonly string[];
  /** Reads the body. @throws MonerodError `TooLarge`, or as {@link Exchange.post} */
  read(): Promise<Uint8Array>;
  /** Throws the body away so that its connection can serve again; a long one costs the connection. */
  discard(): Promise<void>;
}

/** What to say that the body is. */
export const contentTypeOf = (body: string | Uint8Array): string =>
  typeof body === 'string' ? 'application/json' : 'application/octet-stream';

/** Sends requests to one daemon: what differs between HTTP libraries. */
export interface Exchange {
  /** @throws MonerodError `Unreachable`, `InvalidResponse`, `Aborted` once closed */
  post(attempt: Attempt): Promise<HttpAnswer>;
  /** Closes connections once their calls are done. */
  close(): Promise<void>;
}

/** Connections are kept this long when idle: less than the daemon keeps them. */
export const KEEP_ALIVE_MS = 30_000;

/** Bodies longer than this are not worth reading to the end to throw them away. */
export const DISCARD_BYTES = 64 * 1024;
