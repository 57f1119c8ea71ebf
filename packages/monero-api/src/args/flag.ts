/** One option of monerod. */
export interface MonerodFlag {
  /** Name without the two hyphens, such as `out-peers`. */
  readonly name: string;
  /** false: a switch, which takes no value. */
  readonly takesValue: boolean;
  /** Whether it may be given more than once. */
  readonly repeatable: boolean;
  /** What it does, in a sentence. */
  readonly help: string;
  /** The first version that knows it, where 0.18.0 does not. */
  readonly since?: string;
  /** The last version that knows it, where 0.18.5 does not. */
  readonly until?: string;
  /** Why a user may not set it, continuing "--name ..."; absent: they may. */
  readonly owned?: string;
}

type Traits = Partial<
  Pick<MonerodFlag, 'repeatable' | 'since' | 'until' | 'owned'>
>;

/** An option that is followed by a value. */
export function option(
  name: string,
  help: string,
  traits: Traits = {},
): MonerodFlag {
  return { name, takesValue: true, repeatable: false, help, ...traits };
}

/** An option that is either there or not. */
export function switchOption(
  name: string,
  help: string,
  traits: Traits = {},
): MonerodFlag {
  return { name, takesValue: false, repeatable: false, help, ...traits };
}
