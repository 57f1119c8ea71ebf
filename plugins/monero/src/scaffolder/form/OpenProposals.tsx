import { Alert, Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { ObjectRef } from '@monero-portal/plugin-monero-common';
import { useOpenProposals } from '../../hooks';
import { nameOfRef } from '../../lib/format';
import { proposalRouteRef } from '../../routes';

/** Tells of proposals for the same file that are still open: who changes it second should know before. */
export function OpenProposals(props: { objectRef: ObjectRef | undefined }) {
  const { value } = useOpenProposals(props.objectRef);
  const linkTo = useRouteRef(proposalRouteRef);
  const open = value?.items ?? [];
  if (open.length === 0) {
    return null;
  }
  return (
    <Alert
      status="warning"
      icon
      role="status"
      title={
        open.length === 1
          ? 'Another proposal for this is still open'
          : `${open.length} other proposals for this are still open`
      }
      description={
        <>
          Whichever is merged second may be in conflict with the first:{' '}
          {open.map(({ id, title, proposedBy }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Link href={linkTo?.({ id: String(id) }) ?? ''}>
                #{id} {title}
              </Link>{' '}
              by {nameOfRef(proposedBy)}
            </span>
          ))}
          .
        </>
      }
    />
  );
}
