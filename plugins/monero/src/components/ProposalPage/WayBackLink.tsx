import { ButtonLink, Text } from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  fleetKeyOf,
  moneroProposalCreatePermission,
  type GitManifest,
  type Proposal,
} from '@monero-portal/plugin-monero-common';
import { useGitManifest } from '../../hooks';
import { sentenceOf } from '../../lib/errors';
import { externalRoutes } from '../../routes';
import { changeFormOf } from '../../scaffolder/form/changeForm';
import { wayBackOf, type WayBack } from '../../scaffolder/form/wayBack';
import styles from './ProposalPage.module.css';

/** From a merged proposal to the form that proposes it back; or why there is none. */
export function WayBackLink({ proposal }: { proposal: Proposal }) {
  const linkTo = useRouteRef(externalRoutes.newFromTemplate);
  const { value, error } = useGitManifest(proposal);
  const { allowed, loading } = usePermission({
    permission: moneroProposalCreatePermission,
    resourceRef: fleetKeyOf(proposal),
  });
  if (!linkTo || loading || (!value && !error)) {
    return null;
  }
  const way = wayTo(proposal, value, error, allowed);
  if ('reason' in way) {
    return (
      <Text as="p" variant="body-small" className={styles.reason}>
        No way back from here: {way.reason}
      </Text>
    );
  }
  const form = linkTo({ namespace: 'default', templateName: way.template });
  const query = new URLSearchParams({ formData: JSON.stringify(way.formData) });
  return (
    <>
      {proposal.operation === 'create' && (
        <Text as="p" variant="body-small" className={styles.reason}>
          It created {proposal.name}: the way back is to retire it.
        </Text>
      )}
      <div className={styles.buttons}>
        <ButtonLink variant="secondary" href={`${form}?${query}`}>
          {proposal.operation === 'create'
            ? `Retire ${proposal.name}`
            : 'Propose the way back'}
        </ButtonLink>
      </div>
    </>
  );
}

function wayTo(
  proposal: Proposal,
  git: GitManifest | undefined,
  error: unknown,
  allowed: boolean,
): WayBack {
  if (!allowed) {
    return {
      reason: `you may not propose changes, which takes the permission ${moneroProposalCreatePermission.name}.`,
    };
  }
  if (!git) {
    return { reason: sentenceOf(error) };
  }
  try {
    return proposal.operation === 'create'
      ? { template: 'monero-retire', formData: changeFormOf(proposal, git) }
      : wayBackOf(proposal, git);
  } catch (reason) {
    return { reason: sentenceOf(reason) };
  }
}
