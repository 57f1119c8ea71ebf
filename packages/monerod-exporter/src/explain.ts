import { MonerodError, MonerodErrorCode } from 'monerod-client';

const SENTENCES: Partial<Record<MonerodErrorCode, string>> = {
  Unreachable: 'monerod does not answer: it is starting, stopped or not there',
  Timeout: 'monerod takes too long to answer',
  Unauthorized: 'monerod wants a login: set RPC_LOGIN=username:password',
  Busy: 'monerod is still synchronizing',
};

/** Says in one line what went wrong, for people who read a probe or a log. */
export function explain(error: Error): string {
  const sentence = error instanceof MonerodError && SENTENCES[error.code];
  return sentence ? `${sentence} (${error.message})` : error.message;
}
