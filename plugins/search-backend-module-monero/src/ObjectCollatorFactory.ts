import { Readable } from 'node:stream';
import type { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import {
  moneroNodeSetReadPermission,
  SEARCH_TYPES,
  type ObjectDocument,
} from '@monero-portal/plugin-monero-common';
import type { MoneroReader } from './MoneroReader';
import { toObjectDocument, type DocumentContext } from './toDocument';

/**
 * Collects node sets, networks and mining sets. All are indexed, and search
 * shows each only to those whose `monero.nodeset.read` covers it: conditions,
 * too, for every document names its object.
 */
export class ObjectCollatorFactory implements DocumentCollatorFactory {
  readonly type = SEARCH_TYPES.object;
  readonly visibilityPermission = moneroNodeSetReadPermission;
  readonly #reader: MoneroReader;
  readonly #locationTemplate: string;

  constructor(reader: MoneroReader, locationTemplate: string) {
    this.#reader = reader;
    this.#locationTemplate = locationTemplate;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  /** One kind after the other, so that not all are held at a time. */
  async *#documents(): AsyncGenerator<ObjectDocument> {
    const context: DocumentContext = {
      locationTemplate: this.#locationTemplate,
      now: new Date().toISOString(),
    };
    const nodeSets = await this.#reader.read((client, options) =>
      client.getNodeSets(options),
    );
    for (const health of nodeSets.items) {
      yield toObjectDocument('MoneroNodeSet', health, context);
    }
    const networks = await this.#reader.read((client, options) =>
      client.getNetworks(options),
    );
    for (const health of networks.items) {
      yield toObjectDocument('MoneroNetwork', health, context);
    }
    const miningSets = await this.#reader.read((client, options) =>
      client.getMiningSets(options),
    );
    for (const health of miningSets.items) {
      yield toObjectDocument('MoneroMiningNodeSet', health, context);
    }
  }
}
