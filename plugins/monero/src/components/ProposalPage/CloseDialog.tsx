import { Text } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Proposal } from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from '../../api';
import { QuestionDialog } from './QuestionDialog';

/** Asks before a proposal is given up. */
export function CloseDialog(props: {
  proposal: Proposal;
  isOpen: boolean;
  onClose: () => void;
  onClosed: (proposal: Proposal) => void;
}) {
  const { proposal, isOpen, onClose, onClosed } = props;
  const api = useApi(moneroApiRef);
  const close = async () => onClosed(await api.closeProposal(proposal.id));
  return (
    <QuestionDialog
      isOpen={isOpen}
      onClose={onClose}
      title={`Close #${proposal.id} without merging?`}
      width="30rem"
      yes={{ label: 'Close proposal', isDestructive: true, do: close }}
      no="Keep it open"
      failed="It was not closed"
    >
      <Text as="p">
        Nothing is applied, and it cannot be merged any more. Branch{' '}
        {proposal.branch} is kept.
      </Text>
    </QuestionDialog>
  );
}
