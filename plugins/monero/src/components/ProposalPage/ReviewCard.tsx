import { useId, useState } from 'react';
import {
  Button,
  ButtonLink,
  Card,
  CardBody,
  CardHeader,
  Text,
} from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  moneroProposalMergePermission,
  type Proposal,
} from '@monero-portal/plugin-monero-common';
import { useNodeSetEntities } from '../../hooks';
import { formatMoment, nameOfRef } from '../../lib/format';
import { isOpen } from '../../lib/proposals';
import { CloseDialog } from './CloseDialog';
import { MergeDialog } from './MergeDialog';
import { WayBackLink } from './WayBackLink';
import styles from './ProposalPage.module.css';

type Asking = 'merge' | 'close';

/** Decides about a proposal; afterwards says who decided, and leads on. */
export function ReviewCard(props: {
  proposal: Proposal;
  onChanged: (proposal: Proposal) => void;
}) {
  const { proposal, onChanged } = props;
  return (
    <Card>
      <CardHeader>
        <Text as="h2" weight="bold">
          Review
        </Text>
      </CardHeader>
      <CardBody>
        {isOpen(proposal) ? (
          <Undecided proposal={proposal} onChanged={onChanged} />
        ) : (
          <Text as="p" className={styles.reason}>
            {decidedIn(proposal)}
          </Text>
        )}
        <PullRequestLink proposal={proposal} />
        <NodeSetLink proposal={proposal} />
        {proposal.state === 'merged' && proposal.operation !== 'retire' && (
          <WayBackLink proposal={proposal} />
        )}
      </CardBody>
    </Card>
  );
}

/** A forge has its own way to merge; plain git has the portal's. */
function Undecided(props: {
  proposal: Proposal;
  onChanged: (proposal: Proposal) => void;
}) {
  const { pullRequest } = props.proposal;
  return pullRequest ? (
    <Text as="p" className={styles.reason}>
      It is reviewed and merged in {pullRequest.forge}. Nothing is applied
      before.
    </Text>
  ) : (
    <Decision {...props} />
  );
}

function PullRequestLink({
  proposal: { pullRequest },
}: {
  proposal: Proposal;
}) {
  return pullRequest ? (
    <div className={styles.buttons}>
      <ButtonLink variant="primary" href={pullRequest.url} target="_blank">
        Open pull request #{pullRequest.number}
      </ButtonLink>
    </div>
  ) : null;
}

function decidedIn(proposal: Proposal): string {
  const merged = proposal.state === 'merged';
  const by = merged ? proposal.mergedBy : proposal.closedBy;
  const at = merged ? proposal.mergedAt : proposal.closedAt;
  return [
    merged ? `Merged into ${proposal.targetBranch}` : 'Closed without merging',
    by && ` by ${nameOfRef(by)}`,
    at && `, ${formatMoment(at, Date.now())}`,
    '.',
    proposal.supersededBy &&
      ` Proposal #${proposal.supersededBy} has changed it since.`,
  ]
    .filter(Boolean)
    .join('');
}

function Decision(props: {
  proposal: Proposal;
  onChanged: (proposal: Proposal) => void;
}) {
  const { proposal, onChanged } = props;
  const [asking, setAsking] = useState<Asking>();
  const reasonId = useId();
  const { allowed, loading } = usePermission({
    permission: moneroProposalMergePermission,
    resourceRef: String(proposal.id),
  });
  const reason = reasonAgainst(proposal, allowed || loading);
  const stopAsking = () => setAsking(undefined);
  return (
    <>
      <Text as="p" id={reasonId} className={styles.reason}>
        {reason ?? 'Nothing is applied before it is merged.'}
      </Text>
      <div className={styles.buttons}>
        <Button
          variant="primary"
          isDisabled={loading || reason !== undefined}
          aria-describedby={reasonId}
          onPress={() => setAsking('merge')}
        >
          Merge
        </Button>
        <Button
          variant="secondary"
          isDisabled={!allowed}
          aria-describedby={reasonId}
          onPress={() => setAsking('close')}
        >
          Close
        </Button>
      </div>
      <MergeDialog
        proposal={proposal}
        isOpen={asking === 'merge'}
        onClose={stopAsking}
        onMerged={onChanged}
      />
      <CloseDialog
        proposal={proposal}
        isOpen={asking === 'close'}
        onClose={stopAsking}
        onClosed={onChanged}
      />
    </>
  );
}

/** Why it cannot be merged by this user now; undefined when it can. */
function reasonAgainst(
  proposal: Proposal,
  allowed: boolean,
): string | undefined {
  if (!allowed) {
    return `You may not merge or close proposals: it takes the permission ${moneroProposalMergePermission.name}.`;
  }
  if (proposal.state === 'conflict') {
    return `${
      proposal.conflict ??
      `${proposal.targetBranch} has changed the same lines.`
    } Close this proposal and propose the change again.`;
  }
  return undefined;
}

function NodeSetLink(props: { proposal: Proposal }) {
  const { cluster, namespace, name, state } = props.proposal;
  const entity = useNodeSetEntities(props.proposal)({
    cluster,
    namespace,
    name,
  });
  const linkTo = useRouteRef(entityRouteRef);
  if (!entity || !linkTo) {
    return state === 'merged' ? (
      <Text as="p" variant="body-small" className={styles.reason}>
        The page of {name} appears in the catalog once the cluster has it.
      </Text>
    ) : null;
  }
  return (
    <div className={styles.buttons}>
      <ButtonLink
        variant="secondary"
        href={`${linkTo({
          ...entity,
          kind: entity.kind.toLocaleLowerCase('en-US'),
        })}/nodes`}
      >
        Open {name}
      </ButtonLink>
    </div>
  );
}
