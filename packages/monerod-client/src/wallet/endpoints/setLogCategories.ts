import { walletMethod } from '../walletMethod';

/** What the program writes to its log, such as `*:WARNING`. @returns the categories now */
export const setLogCategories = walletMethod<{ categories: string }, string>(
  'set_log_categories',
  {
    encode: ({ categories }) => ({ categories }),
    decode: wire => wire.string('categories'),
  },
);
