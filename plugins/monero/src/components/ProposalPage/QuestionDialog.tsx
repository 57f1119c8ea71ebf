import { type ReactNode, useState } from 'react';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { sentenceOf } from '../../lib/errors';
import styles from './ProposalPage.module.css';

/**
 * Asks before something is done. It stays open until that is done, and says why
 * it was not.
 */
export function QuestionDialog(props: {
  isOpen: boolean;
  onClose: () => void;
  /** What is asked. */
  title: string;
  /** What to know before the answer. */
  children: ReactNode;
  /** Of the dialog where there is room. */
  width: string;
  yes: { label: string; isDestructive?: boolean; do: () => Promise<void> };
  no: string;
  /** Stands above the reason when it was not done. */
  failed: string;
}) {
  const { isOpen, onClose, title, children, width, yes, no, failed } = props;
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string>();

  const answer = async () => {
    setPending(true);
    setError(undefined);
    try {
      await yes.do();
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
      width={`min(${width}, 92vw)`}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody className={styles.dialog}>
        {children}
        {error && (
          <Alert
            status="danger"
            icon
            role="alert"
            title={failed}
            description={error}
          />
        )}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" isDisabled={pending} onPress={onClose}>
          {no}
        </Button>
        <Button
          variant="primary"
          destructive={yes.isDestructive}
          isPending={pending}
          onPress={answer}
        >
          {yes.label}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
