import { useState } from 'react';
import {
  ButtonIcon,
  Dialog,
  DialogBody,
  DialogHeader,
  Text,
} from '@backstage/ui';
import { RiQrCodeLine } from '@remixicon/react';
import { qrPathOf } from './qrPath';
import styles from './QrCode.module.css';

/** Shows a text as a QR code, to be taken over by a telephone. */
export function QrCodeButton(props: { label: string; value: string }) {
  const { label, value } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ButtonIcon
        size="small"
        variant="tertiary"
        aria-label={`QR code: ${label}`}
        icon={<RiQrCodeLine />}
        onPress={() => setOpen(true)}
      />
      <Dialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        isDismissable
        width="min(26rem, 92vw)"
      >
        <DialogHeader>{label}</DialogHeader>
        <DialogBody>
          <QrCode value={value} />
        </DialogBody>
      </Dialog>
    </>
  );
}

function QrCode({ value }: { value: string }) {
  const code = qrPathOf(value);
  return code ? (
    <>
      <svg
        className={styles.code}
        viewBox={`0 0 ${code.size} ${code.size}`}
        role="img"
        aria-label={`QR code of ${value}`}
      >
        <path d={code.path} />
      </svg>
      <Text as="p" variant="body-small" className={styles.value}>
        {value}
      </Text>
    </>
  ) : (
    <Text>This is too long for a QR code.</Text>
  );
}
