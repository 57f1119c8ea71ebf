import { Readable } from 'node:stream';
import type { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import {
  moneroProposalReadPermission,
  SEARCH_TYPES,
  type ProposalDocument,
} from '@monero-portal/plugin-monero-common';
import type { MoneroReader } from './MoneroReader';
import { toProposalDocument } from './toDocument';

/** Proposals are never deleted; older ones than these are in the list of all. */
export const MOST_PROPOSALS = 5_000;

const PAGE = 500;

/**
 * Collects proposals, newest first. Search shows each only to those whose
 * `monero.proposal.read` covers it.
 */
export class ProposalCollatorFactory implements DocumentCollatorFactory {
  readonly type = SEARCH_TYPES.proposal;
  readonly visibilityPermission = moneroProposalReadPermission;
  readonly #reader: MoneroReader;

  constructor(reader: MoneroReader) {
    this.#reader = reader;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<ProposalDocument> {
    let before: number | undefined;
    let count = 0;
    do {
      const filter = { limit: PAGE, ...(before && { before }) };
      const page = await this.#reader.read((client, options) =>
        client.getProposals(filter, options),
      );
      yield* page.items.map(toProposalDocument);
      count += page.items.length;
      before = page.before;
    } while (before !== undefined && count < MOST_PROPOSALS);
  }
}
