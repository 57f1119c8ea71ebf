/** One option of monerod. */
export interface MonerodFlag {
  /** Name without the two hyphens, such as `out-peers`. */
  readonly name: string;
  /** false: a switch, which takes no value. */
  readonly takesValue: boolean;
  /** Whether the value must be a whole number; monerod does not start with another. */
  readonly takesNumber?: boolean;
  /** Whether it may be given more than once. */
  readonly repeatable: boolean;
  /** What it does, in a sentence. */
  readonly help: string;
  /** The first version that knows it, where 0.18.0 does not. */
  readonly since?: string;
  /** Why a user may not set it, continuing "--name ..."; absent: they may. */
  readonly owned?: string;
}

type Traits = Partial<
  Pick<MonerodFlag, 'repeatable' | 'since' | 'owned' | 'takesNumber'>
>;

/** An option that is followed by a value. */
export function option(
  name: string,
  help: string,
  traits: Traits = {},
): MonerodFlag {
  return { name, takesValue: true, repeatable: false, help, ...traits };
}

/** An option that is followed by a whole number. */
export function numberOption(
  name: string,
  help: string,
  traits: Traits = {},
): MonerodFlag {
  return option(name, help, { ...traits, takesNumber: true });
}

/** An option that is either there or not. */
export function switchOption(
  name: string,
  help: string,
  traits: Traits = {},
): MonerodFlag {
  return { name, takesValue: false, repeatable: false, help, ...traits };
}
