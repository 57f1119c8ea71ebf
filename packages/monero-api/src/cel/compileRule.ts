import {
  Optional,
  type Environment,
  type ParseResult,
} from '@marcbachmann/cel-js';
import type { ValidationRule } from '../crd';

/** What a rule is asked about: the value, and the one before where there is one. */
export interface RuleInput {
  readonly self: unknown;
  /** Undefined: the value is new. */
  readonly oldSelf: unknown;
}

/** A rule that is ready to be asked. */
export interface CompiledRule {
  /** Where the error stands, relative to the value: `.network`. */
  readonly fieldPath?: string;
  /** Whether the rule compares with the value before; such rules also hold for values that did not change. */
  readonly isTransition: boolean;
  /** The words of the refusal; undefined when the rule holds or does not apply. */
  check(input: RuleInput): string | undefined;
}

/** The two ways in which rules see the value before; made once, for they are costly. */
export interface Environments {
  readonly plain: Environment;
  /** For rules with optionalOldSelf. */
  readonly optional: Environment;
}

/** @throws ParseError when the expression is not CEL */
export function compileRule(
  rule: ValidationRule,
  environments: Environments,
): CompiledRule {
  const environment = rule.optionalOldSelf
    ? environments.optional
    : environments.plain;
  const holds = environment.parse(rule.rule);
  const message = rule.messageExpression
    ? environment.parse(rule.messageExpression)
    : undefined;
  const isTransition = /\boldSelf\b/.test(rule.rule);
  return {
    fieldPath: rule.fieldPath,
    isTransition,
    check(input) {
      const { self, oldSelf } = input;
      const isNew = oldSelf === undefined;
      if (isTransition && isNew && !rule.optionalOldSelf) return undefined;
      const context = {
        self,
        oldSelf: rule.optionalOldSelf ? optional(oldSelf) : oldSelf,
      };
      const verdict = attempt(holds, context);
      if (verdict.value === true) return undefined;
      if (verdict.error) {
        return `${verdict.error} evaluating rule: ${rule.message ?? rule.rule}`;
      }
      return words(message && attempt(message, context), rule);
    },
  };
}

/** With optionalOldSelf a rule is asked about new values too, and sees whether there was one before. */
function optional(value: unknown): Optional {
  return value === undefined ? Optional.none() : Optional.of(value);
}

interface Attempt {
  readonly value?: unknown;
  readonly error?: string;
}

function attempt(expression: ParseResult, context: object): Attempt {
  try {
    return { value: expression({ ...context }) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** Where the expression fails or yields nothing, the API server falls back to the fixed message, then to the rule. */
function words(computed: Attempt | undefined, rule: ValidationRule): string {
  const text = computed?.value;
  if (typeof text === 'string' && text.trim() !== '' && !text.includes('\n')) {
    return text.trim();
  }
  return rule.message ?? `failed rule: ${rule.rule}`;
}
