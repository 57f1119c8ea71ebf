/** One option of xmrig. */
export interface XmrigFlag {
  /** Name without the two hyphens, such as `rig-id`. */
  readonly name: string;
  /** Its letter, such as `o`, where it has one. */
  readonly short?: string;
  /** false: a switch, which takes no value. */
  readonly takesValue: boolean;
  /** What it does, in a sentence. */
  readonly help: string;
  /** Why a user may not set it, continuing "--name ..."; absent: they may. */
  readonly owned?: string;
  /** true: not beside daemonRef, from which it follows. */
  readonly withoutDaemon?: boolean;
}

type Traits = Partial<Pick<XmrigFlag, 'short' | 'owned' | 'withoutDaemon'>>;

/** An option that is followed by a value. */
export function option(
  name: string,
  help: string,
  traits: Traits = {},
): XmrigFlag {
  return { name, takesValue: true, help, ...traits };
}

/** An option that is either there or not. */
export function switchOption(
  name: string,
  help: string,
  traits: Traits = {},
): XmrigFlag {
  return { name, takesValue: false, help, ...traits };
}
