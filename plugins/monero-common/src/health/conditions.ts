import type { Condition } from '../schemas';

/** The condition of that type and status, where the operator wrote one. */
export function conditionOf(
  { conditions }: { conditions: readonly Condition[] },
  type: string,
  status: 'True' | 'False' = 'True',
): Condition | undefined {
  return conditions.find(each => each.type === type && each.status === status);
}
