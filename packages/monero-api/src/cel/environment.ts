import { Environment } from '@marcbachmann/cel-js';
import { isKubernetesQuantity, parseKubernetesQuantity } from '../quantity';

/** A quantity inside an expression: Kubernetes' own CEL type. */
class Quantity {
  constructor(readonly nanos: bigint) {}
}

/**
 * CEL as kube-apiserver offers it to the rules of CRDs: the standard language, Kubernetes' quantity library, and the
 * functions on texts that cel-js lacks. `self` and `oldSelf` are dynamic here; the API server checks types when the CRD
 * is installed.
 *
 * @param oldSelf - how rules see the value before: as it is, or as a value that may be absent (optionalOldSelf)
 */
export function createEnvironment(
  oldSelf: 'dyn' | 'optional<dyn>' = 'dyn',
): Environment {
  return new Environment({
    enableOptionalTypes: true,
    homogeneousAggregateLiterals: false,
    limits: { maxListElements: 4096, maxMapEntries: 4096 },
  })
    .registerVariable('self', 'dyn')
    .registerVariable('oldSelf', oldSelf)
    .registerType('Quantity', Quantity)
    .registerFunction(
      'quantity(string): Quantity',
      (text: string) => new Quantity(parseKubernetesQuantity(text)),
    )
    .registerFunction('isQuantity(string): bool', isKubernetesQuantity)
    .registerFunction(
      'Quantity.compareTo(Quantity): int',
      (a: Quantity, b: Quantity) => BigInt(compare(a.nanos, b.nanos)),
    )
    .registerFunction(
      'Quantity.isGreaterThan(Quantity): bool',
      (a: Quantity, b: Quantity) => a.nanos > b.nanos,
    )
    .registerFunction(
      'Quantity.isLessThan(Quantity): bool',
      (a: Quantity, b: Quantity) => a.nanos < b.nanos,
    )
    .registerFunction(
      'string.find(string): string',
      (text: string, pattern: string) =>
        new RegExp(pattern).exec(text)?.[0] ?? '',
    )
    .registerFunction(
      'string.replace(string, string): string',
      (text: string, from: string, to: string) => text.split(from).join(to),
    );
}

function compare(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
