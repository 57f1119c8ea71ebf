import { LABELS, LABEL_VALUES } from '@monero-portal/monero-api';
import type { MoneroKind } from '@monero-portal/plugin-monero-common';

/** How a kind is told of and found. */
interface KindWords {
  /** Such as "mainnet nodes". */
  words: (network: string | undefined) => string;
  /** Selects its pods. */
  selector: (name: string) => string;
}

const ofSet = (program: string) => (name: string) =>
  `${LABELS.name}=${program},${LABELS.instance}=${name}`;

/** What the entities of each kind say. */
export const KINDS: Record<MoneroKind, KindWords> = {
  MoneroNodeSet: {
    words: network => `${network} nodes`,
    selector: ofSet(LABEL_VALUES.name),
  },
  MoneroNetwork: {
    words: network => `${network} network, closed,`,
    selector: name => `${LABELS.network}=${name}`,
  },
  MoneroMiningNodeSet: { words: () => 'miners', selector: ofSet('xmrig') },
};
