/**
 * The part that needs no daemon and no socket: addresses, keys and seeds, in
 * the browser as in Node.
 */
export * from './addresses';
export * from './keys';
export * from './seeds';
