import { isNetworkFlag } from '../netTypeOf';
import type { MonerodFlag } from './flag';
import { MONEROD_FLAGS } from './flags';
import { shortestPrefixes } from './prefixes';

/** A rule as it stands under `x-kubernetes-validations`. */
export interface CelRule {
  readonly rule: string;
  readonly messageExpression?: string;
  /** Stands in where the expression yields a line break: for values that a person pasted. */
  readonly message?: string;
  readonly fieldPath?: string;
}

const PREFIXES = shortestPrefixes();

/** Places in a list, as CEL has no counting loop: as many as maxItems. */
export const PLACES = `[${Array.from({ length: 64 }, (_, i) => i).join(', ')}]`;

/** The options that choose a network. */
export const NETWORK_FLAGS = MONEROD_FLAGS.filter(flag =>
  isNetworkFlag(flag.name),
);

/**
 * The name in an argument. `find` and not `split`, because kube-apiserver bounds the length of what `find` returns when
 * it estimates the cost of a rule.
 */
export function nameIn(item: string): string {
  return `${item}.find('^[^=]*')`;
}

/** Whether a name stands for this option. */
export function isFlag({ name }: MonerodFlag, given: string): string {
  return `('--${name}'.startsWith(${given}) && ${given}.size() >= ${
    PREFIXES[`--${name}`]
  })`;
}

/** Whether the arguments contain a switch. */
export function has(args: string, flag: MonerodFlag): string {
  return `${args}.exists(a, ${isFlag(flag, 'a')})`;
}

/** The expression for the arguments of a specification, which may lack them. */
export function argsOf(spec: string): string {
  return `(has(${spec}.monerod.args) ? ${spec}.monerod.args : [])`;
}

/** The network that counts: the field, else the arguments, else mainnet. */
export function netOf(spec: string): string {
  const byArgs = NETWORK_FLAGS.map(
    flag => `${has(argsOf(spec), flag)} ? '${flag.name}' : `,
  );
  return `(has(${spec}.network) ? ${spec}.network : ${byArgs.join(
    '',
  )}'mainnet')`;
}
