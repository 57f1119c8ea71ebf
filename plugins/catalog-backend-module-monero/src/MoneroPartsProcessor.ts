import {
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_HAS_PART,
  RELATION_PART_OF,
  type Entity,
} from '@backstage/catalog-model';
import {
  processingResult,
  type CatalogProcessor,
  type CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import type { LocationSpec } from '@backstage/plugin-catalog-common';

/**
 * Makes the members of a network its parts: the builtin model knows parts of
 * components and systems alone.
 */
export class MoneroPartsProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'MoneroPartsProcessor';
  }

  /** Emits both directions for an entity with `spec.memberOf`. */
  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const network = entity.spec?.memberOf;
    if (typeof network === 'string') {
      const part = getCompoundEntityRef(entity);
      const whole = parseEntityRef(network);
      emit(
        processingResult.relation({
          source: part,
          type: RELATION_PART_OF,
          target: whole,
        }),
      );
      emit(
        processingResult.relation({
          source: whole,
          type: RELATION_HAS_PART,
          target: part,
        }),
      );
    }
    return entity;
  }
}
