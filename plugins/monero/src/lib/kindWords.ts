import type { Kind } from '@monero-portal/monero-api';

/** How people call a kind and what it is made of. */
export interface KindWords {
  /** `node set` */
  one: string;
  /** What `spec.replicas` counts: `nodes`. */
  parts: string;
  part: string;
  /** The template that makes one. */
  newTemplate: string;
  /** The template that changes one. */
  changeTemplate: string;
}

export const KIND_WORDS: Record<Kind, KindWords> = {
  MoneroNodeSet: {
    one: 'node set',
    part: 'node',
    parts: 'nodes',
    newTemplate: 'monero-node-set',
    changeTemplate: 'monero-node-set-change',
  },
  MoneroNetwork: {
    one: 'network',
    part: 'member',
    parts: 'members',
    newTemplate: 'monero-network',
    changeTemplate: 'monero-network-change',
  },
  MoneroMiningNodeSet: {
    one: 'mining set',
    part: 'miner',
    parts: 'miners',
    newTemplate: 'monero-mining-node-set',
    changeTemplate: 'monero-mining-node-set-change',
  },
};

/** Words for a kind by its name, which may come from anywhere. */
export function kindWordsOf(kind: string): KindWords {
  return Object.hasOwn(KIND_WORDS, kind)
    ? KIND_WORDS[kind as Kind]
    : KIND_WORDS.MoneroNodeSet;
}
