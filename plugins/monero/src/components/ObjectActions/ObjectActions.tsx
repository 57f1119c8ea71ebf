import { useId } from 'react';
import { Button, ButtonLink, Text } from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  fleetKeyOf,
  moneroProposalCreatePermission,
  type GitManifest,
  type ObjectRef,
} from '@monero-portal/plugin-monero-common';
import { useGitManifest } from '../../hooks';
import { isNotFound, sentenceOf } from '../../lib/errors';
import { externalRoutes } from '../../routes';
import { changeFormOf } from '../../scaffolder/form/changeForm';
import { actionsOf } from './actions';
import styles from './ObjectActions.module.css';

/** The ways to the forms that change or retire an object, filled in from Git; or why there are none. */
export function ObjectActions(props: { objectRef: ObjectRef }) {
  const { objectRef } = props;
  const linkTo = useRouteRef(externalRoutes.newFromTemplate);
  const reasonId = useId();
  const { value, error } = useGitManifest(objectRef);
  const { allowed, loading } = usePermission({
    permission: moneroProposalCreatePermission,
    resourceRef: fleetKeyOf(objectRef),
  });
  if (!linkTo || loading || (!value && !error)) {
    return null;
  }
  const way = wayTo(objectRef, value, error, allowed);
  return (
    <div
      className={styles.actions}
      role="group"
      aria-label={`Actions on ${objectRef.name}`}
    >
      {way.reason && (
        <Text id={reasonId} variant="body-small" color="secondary">
          {way.reason}
        </Text>
      )}
      {actionsOf(objectRef.kind).map(({ label, template }) =>
        way.query ? (
          <ButtonLink
            key={label}
            variant="secondary"
            href={`${linkTo({
              namespace: 'default',
              templateName: template,
            })}?${way.query}`}
          >
            {label}
          </ButtonLink>
        ) : (
          <Button
            key={label}
            variant="secondary"
            isDisabled
            aria-describedby={reasonId}
          >
            {label}
          </Button>
        ),
      )}
    </div>
  );
}

/** The forms' address behind the question mark, or why they cannot be used. */
function wayTo(
  ref: ObjectRef,
  git: GitManifest | undefined,
  error: unknown,
  allowed: boolean,
): { query?: string; reason?: string } {
  if (!allowed) {
    return {
      reason: `You may not propose changes: it takes the permission ${moneroProposalCreatePermission.name}.`,
    };
  }
  if (git === undefined) {
    return {
      reason: isNotFound(error)
        ? sentenceOf(error)
        : `The manifest cannot be read from Git: ${sentenceOf(error)}`,
    };
  }
  try {
    const formData = JSON.stringify(changeFormOf(ref, git));
    return { query: new URLSearchParams({ formData }).toString() };
  } catch (reason) {
    return { reason: sentenceOf(reason) };
  }
}
