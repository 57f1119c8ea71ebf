import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';

/** Something to be told, and the words by which it is known that it was. */
export interface Saying {
  /** What it is about; what is told of the same later replaces it. */
  scope: string;
  /** What was told last; empty for nothing. */
  from: string;
  /** In short, what is told now. */
  to: string;
  notice: NotificationSendOptions;
}

/** As much as the notifications plugin stores. */
const MOST_IN_TITLE = 255;
const MOST_IN_TEXT = 2_000;

/** What all notices have in common. Pure. */
export function noticeOf(
  entityRefs: readonly string[],
  payload: Omit<NotificationSendOptions['payload'], 'link'> & {
    link: string;
    scope: string;
  },
  excludeEntityRef?: string,
): NotificationSendOptions {
  return {
    recipients: {
      type: 'entity',
      entityRef: [...new Set(entityRefs)],
      ...(excludeEntityRef && { excludeEntityRef }),
    },
    payload: {
      ...payload,
      title: cut(payload.title, MOST_IN_TITLE),
      description:
        payload.description && cut(payload.description, MOST_IN_TEXT),
    },
  };
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
