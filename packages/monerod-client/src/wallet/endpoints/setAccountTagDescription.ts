import { walletMethod } from '../walletMethod';

/** Describes a tag. */
export const setAccountTagDescription = walletMethod<{
  tag: string;
  description: string;
}>('set_account_tag_description', {
  encode: ({ tag, description }) => ({ tag, description }),
});
