import { useState } from 'react';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Proposal } from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from '../../api';
import { sentenceOf } from '../../lib/errors';
import styles from './ProposalPage.module.css';

/** Asks before a proposal is given up. */
export function CloseDialog(props: {
  proposal: Proposal;
  isOpen: boolean;
  onClose: () => void;
  onClosed: (proposal: Proposal) => void;
}) {
  const { proposal, isOpen, onClose, onClosed } = props;
  const api = useApi(moneroApiRef);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string>();

  const close = async () => {
    setPending(true);
    setError(undefined);
    try {
      onClosed(await api.closeProposal(proposal.id));
      onClose();
    } catch (caught) {
      setError(sentenceOf(caught));
    } finally {
      setPending(false);
    }
  };

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      isDismissable={!pending}
      width="min(30rem, 92vw)"
    >
      <DialogHeader>Close #{proposal.id} without merging?</DialogHeader>
      <DialogBody className={styles.dialog}>
        <Text as="p">
          Nothing is applied, and it cannot be merged any more. Branch{' '}
          {proposal.branch} is kept.
        </Text>
        {error && (
          <Alert
            status="danger"
            icon
            role="alert"
            title="It was not closed"
            description={error}
          />
        )}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" isDisabled={pending} onPress={onClose}>
          Keep it open
        </Button>
        <Button
          variant="primary"
          destructive
          isPending={pending}
          onPress={close}
        >
          Close proposal
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
