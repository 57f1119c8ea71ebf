import { useId } from 'react';
import { Button, ButtonLink, Text } from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  moneroProposalCreatePermission,
  type NodeSetRef,
} from '@monero-portal/plugin-monero-common';
import { useGitManifest } from '../../hooks';
import { isNotFound, sentenceOf } from '../../lib/errors';
import { externalRoutes } from '../../routes';
import { changeFormOf } from '../../scaffolder/form/changeForm';
import styles from './NodeSetContent.module.css';

const TEMPLATE = {
  namespace: 'default',
  templateName: 'monero-node-set-change',
};
const ACTIONS = ['Scale', 'Change'];

/** The ways to the form that changes a node set, filled in from Git; or why there is none. */
export function ChangeButtons(props: { nodeSetRef: NodeSetRef }) {
  const linkTo = useRouteRef(externalRoutes.newFromTemplate);
  const reasonId = useId();
  const { value, error } = useGitManifest(props.nodeSetRef);
  const { allowed, loading } = usePermission({
    permission: moneroProposalCreatePermission,
  });
  if (!linkTo || loading || (!value && !error)) {
    return null;
  }
  const way = wayTo(props.nodeSetRef, value?.manifest, error, allowed);
  return (
    <div className={styles.actions}>
      {way.reason && (
        <Text id={reasonId} variant="body-small" color="secondary">
          {way.reason}
        </Text>
      )}
      {ACTIONS.map(action =>
        way.query ? (
          <ButtonLink
            key={action}
            variant="secondary"
            href={`${linkTo(TEMPLATE)}?${way.query}`}
          >
            {action}
          </ButtonLink>
        ) : (
          <Button
            key={action}
            variant="secondary"
            isDisabled
            aria-describedby={reasonId}
          >
            {action}
          </Button>
        ),
      )}
    </div>
  );
}

/** The form's address behind the question mark, or why it cannot be used. */
function wayTo(
  ref: NodeSetRef,
  manifest: string | undefined,
  error: unknown,
  allowed: boolean,
): { query?: string; reason?: string } {
  if (!allowed) {
    return {
      reason: `You may not propose changes: it takes the permission ${moneroProposalCreatePermission.name}.`,
    };
  }
  if (manifest === undefined) {
    return {
      reason: isNotFound(error)
        ? sentenceOf(error)
        : `The manifest cannot be read from Git: ${sentenceOf(error)}`,
    };
  }
  try {
    const formData = JSON.stringify(changeFormOf(ref, manifest));
    return { query: new URLSearchParams({ formData }).toString() };
  } catch (reason) {
    return { reason: sentenceOf(reason) };
  }
}
