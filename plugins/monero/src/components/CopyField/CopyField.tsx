import { useEffect, useId, useState } from 'react';
import { ButtonIcon, Text, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { QrCodeButton } from '../QrCode';
import styles from './CopyField.module.css';

const SHOWN_MS = 2_000;

type Outcome = 'copied' | 'failed';

/**
 * A text to take along: shown whole on hover, copied with one press.
 *
 * @param props.isLabelHidden - whether what stands around the field names it already: only screen readers are told
 * @param props.qr - whether it is for telephones, too: a button shows it as a QR code
 */
export function CopyField(props: {
  label: string;
  isLabelHidden?: boolean;
  value: string;
  qr?: boolean;
}) {
  const { label, isLabelHidden = false, value, qr = false } = props;
  const [outcome, setOutcome] = useState<Outcome>();
  const id = useId();

  useEffect(() => {
    if (!outcome) {
      return undefined;
    }
    const timer = setTimeout(() => setOutcome(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  };

  return (
    <div>
      {isLabelHidden ? (
        <VisuallyHidden id={id}>{label}</VisuallyHidden>
      ) : (
        <Text variant="body-small" color="secondary" id={id}>
          {label}
        </Text>
      )}
      <div className={styles.box}>
        <code className={styles.value} title={value} aria-labelledby={id}>
          {value}
        </code>
        <ButtonIcon
          size="small"
          variant="tertiary"
          aria-label={`Copy: ${label}`}
          icon={outcome === 'copied' ? <RiCheckLine /> : <RiFileCopyLine />}
          onPress={copy}
        />
        {qr && <QrCodeButton label={label} value={value} />}
      </div>
      <div role="status">
        {outcome === 'copied' && <VisuallyHidden>Copied.</VisuallyHidden>}
        {outcome === 'failed' && (
          <Text variant="body-small">
            The browser does not allow copying here: select the text instead.
          </Text>
        )}
      </div>
    </div>
  );
}
