import type { ReactNode } from 'react';
import { Alert, Button, Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import type { Live } from '../../hooks';
import { isNotFound, sentenceOf } from '../../lib/errors';

/** What to say where a live value is not there. */
export interface LiveViewProps<T> {
  live: Live<T>;
  /** What is being loaded, for sentences: "the node set". */
  what: string;
  /** The permission that is needed, named when it is missing. */
  permission: string;
  /** What it means that the backend knows no such thing, and what to do. */
  notFound?: string;
  children: (value: T) => ReactNode;
}

/** Shows a live value, or why it is not there: loading, denied, gone, failed, stale. */
export function LiveView<T>(props: LiveViewProps<T>) {
  const { live, what, permission, children } = props;
  if (live.denied) {
    return (
      <Alert
        status="warning"
        icon
        role="alert"
        title={`You may not see ${what}`}
        description={`It takes the permission ${permission}. Whoever runs this portal can grant it.`}
      />
    );
  }
  if (live.value === undefined && live.error) {
    const missing = isNotFound(live.error);
    return (
      <Alert
        status={missing ? 'info' : 'danger'}
        icon
        role="alert"
        title={
          missing ? `There is nothing here for ${what}` : `Cannot load ${what}`
        }
        description={(missing && props.notFound) || sentenceOf(live.error)}
        customActions={
          <Button size="small" variant="secondary" onPress={live.refresh}>
            Try again
          </Button>
        }
      />
    );
  }
  if (live.value === undefined) {
    return (
      <Flex direction="column" gap="4" role="status" aria-busy="true">
        <VisuallyHidden>Loading {what}</VisuallyHidden>
        <Skeleton width="100%" height={72} />
        <Skeleton width="100%" height={160} />
      </Flex>
    );
  }
  return (
    <>
      {live.error && (
        <Alert
          status="warning"
          icon
          role="alert"
          mb="4"
          title="This is no longer renewed"
          description={`What you see is the last answer. ${sentenceOf(
            live.error,
          )}`}
          customActions={
            <Button size="small" variant="secondary" onPress={live.refresh}>
              Try again
            </Button>
          }
        />
      )}
      {children(live.value)}
    </>
  );
}
