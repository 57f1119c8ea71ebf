import type { Knex } from 'knex';
import type { FactsCriteria, FactsFilter } from '../../permissions';

const COLUMNS: Record<FactsFilter['field'], string> = {
  cluster: 'cluster',
  namespace: 'namespace',
  owner: 'owner',
  proposedBy: 'proposed_by',
};

/**
 * Narrows a query to what a permission covers, so that pages stay full. Says
 * the same as `covers` does of one proposal, also where there is no owner.
 */
export function whereFacts(
  query: Knex.QueryBuilder,
  criteria: FactsCriteria,
): void {
  if ('allOf' in criteria) {
    criteria.allOf.forEach(each =>
      query.andWhere(part => whereFacts(part, each)),
    );
  } else if ('anyOf' in criteria) {
    query.where(any =>
      criteria.anyOf.forEach(each =>
        any.orWhere(part => whereFacts(part, each)),
      ),
    );
  } else if ('not' in criteria) {
    query.whereNot(part => whereFacts(part, criteria.not));
  } else {
    const column = COLUMNS[criteria.field];
    // Without the first, "not one of these" would leave out what has none.
    query.whereNotNull(column).whereIn(column, [...criteria.values]);
  }
}
