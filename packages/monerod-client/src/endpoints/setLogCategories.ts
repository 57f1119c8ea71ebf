import { Endpoint } from '../endpoint';

/**
 * Sets what is logged, such as `*:WARNING,net.p2p:DEBUG`; `+` or `-` before
 * changes what is set. Unrestricted listeners only.
 *
 * @returns the categories now
 */
export const setLogCategories: Endpoint<{ categories: string }, string> = {
  name: 'set_log_categories',
  style: 'path',
  encode: ({ categories }) => ({ categories }),
  decode: wire => wire.string('categories'),
};
