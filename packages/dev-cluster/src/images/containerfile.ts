import {
  Arg,
  Copy,
  DockerfileParser,
  From,
  Instruction,
  JSONInstruction,
  PropertyInstruction,
} from 'dockerfile-ast';
import { ImageError } from './errors';
import { AptRun, parseAptRun } from './aptRun';

/** One step of a stage, with variables already replaced. */
export type Step =
  | { kind: 'run'; run: AptRun; line: number }
  | { kind: 'copy'; copy: CopyStep; line: number }
  | { kind: 'workdir'; path: string; line: number };

/** A COPY. */
export interface CopyStep {
  /** Mode such as `0755`; undefined keeps executable or not. */
  chmod?: string;
  sources: string[];
  /** Absolute; ends with `/` when it is a folder to copy into. */
  target: string;
}

/** What an image tells the runtime, as far as a Containerfile can say it. */
export interface ImageSettings {
  env: Record<string, string>;
  labels: Record<string, string>;
  user?: string;
  workdir?: string;
  entrypoint?: string[];
  cmd?: string[];
  /** Such as `18081/tcp`. */
  ports: string[];
}

/** What a Containerfile says. */
export interface Recipe {
  /** Reference of the base image, or `scratch`. */
  from: string;
  steps: Step[];
  settings: ImageSettings;
}

type Variables = ReadonlyMap<string, string>;

interface Context {
  file: string;
  globals: Map<string, string>;
  buildArgs: Readonly<Record<string, string>>;
  recipe?: Recipe;
  variables: Map<string, string>;
}

type Reader = (
  instruction: Instruction,
  context: Context,
  line: number,
) => void;

const READERS: Readonly<Record<string, Reader>> = {
  ARG(instruction, context) {
    const property = (instruction as Arg).getProperty();
    if (!property) throw new Error('names no variable');
    const name = property.getName();
    const value =
      context.buildArgs[name] ??
      property.getValue() ??
      context.globals.get(name);
    if (value === undefined) return;
    const scope = context.recipe ? context.variables : context.globals;
    scope.set(name, expand(value, scope));
  },
  FROM(instruction, context) {
    const from = instruction as From;
    if (from.getFlags().length) {
      throw new Error('takes no flags here: images are for this machine');
    }
    if (context.recipe) throw new Error('stands here twice: one stage only');
    context.recipe = {
      from: expand(from.getImage() ?? '', context.globals),
      steps: [],
      settings: { env: {}, labels: {}, ports: [] },
    };
  },
  RUN(instruction, context, line) {
    const command = expand(
      instruction.getArgumentsContent() ?? '',
      context.variables,
    );
    current(context).steps.push({
      kind: 'run',
      run: parseAptRun(command),
      line,
    });
  },
  COPY(instruction, context, line) {
    current(context).steps.push({
      kind: 'copy',
      copy: readCopy(instruction as Copy, context),
      line,
    });
  },
  ENV(instruction, context) {
    const { env } = current(context).settings;
    for (const [name, value] of properties(instruction, context.variables)) {
      env[name] = value;
      context.variables.set(name, value);
    }
  },
  LABEL(instruction, context) {
    const { labels } = current(context).settings;
    for (const [name, value] of properties(instruction, context.variables)) {
      labels[name] = value;
    }
  },
  USER(instruction, context) {
    const [user] = words(instruction, context.variables);
    if (!/^\d+(:\d+)?$/.test(user)) {
      throw new Error(
        `wants a number, such as 65532:65532, but has "${user}": Kubernetes cannot prove that a name is not root`,
      );
    }
    current(context).settings.user = user;
  },
  WORKDIR(instruction, context, line) {
    const [path] = words(instruction, context.variables);
    if (!path.startsWith('/')) throw new Error('wants an absolute path');
    const recipe = current(context);
    recipe.settings.workdir = path;
    recipe.steps.push({ kind: 'workdir', path, line });
  },
  EXPOSE(instruction, context) {
    for (const port of words(instruction, context.variables)) {
      if (!/^\d{1,5}(\/(tcp|udp))?$/.test(port)) {
        throw new Error(`wants ports, but has "${port}"`);
      }
      current(context).settings.ports.push(
        port.includes('/') ? port : `${port}/tcp`,
      );
    }
  },
  ENTRYPOINT(instruction, context) {
    current(context).settings.entrypoint = execForm(instruction);
  },
  CMD(instruction, context) {
    current(context).settings.cmd = execForm(instruction);
  },
};

/**
 * Reads a Containerfile: one FROM, ARG, RUN (apt only, see {@link parseAptRun}),
 * COPY, ENV, LABEL, USER, WORKDIR, EXPOSE, ENTRYPOINT and CMD in exec form.
 *
 * @param text the file's content
 * @param file its name, for messages
 * @param buildArgs values for its ARGs
 * @throws ImageError `Containerfile` naming file, line and instruction
 */
export function parseContainerfile(
  text: string,
  file: string,
  buildArgs: Readonly<Record<string, string>> = {},
): Recipe {
  const context: Context = {
    file,
    globals: new Map(),
    buildArgs,
    variables: new Map(),
  };
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const line = instruction.getRange().start.line + 1;
    const keyword = instruction.getKeyword();
    try {
      const read = READERS[keyword];
      if (!read) {
        throw new Error(
          `is not supported here; known are ${Object.keys(READERS).join(', ')}`,
        );
      }
      read(instruction, context, line);
    } catch (cause) {
      throw new ImageError(
        'Containerfile',
        `${file}:${line}: ${keyword} ${(cause as Error).message}`,
        { cause },
      );
    }
  }
  if (!context.recipe) {
    throw new ImageError('Containerfile', `${file}: has no FROM`);
  }
  return context.recipe;
}

function current(context: Context): Recipe {
  if (!context.recipe) throw new Error('stands before FROM');
  return context.recipe;
}

function readCopy(instruction: Copy, context: Context): CopyStep {
  const flags = new Map(
    instruction.getFlags().map(flag => [flag.getName(), flag.getValue()]),
  );
  for (const name of flags.keys()) {
    if (name !== 'chmod') {
      throw new Error(
        `does not know --${name} here; files belong to root, as a read-only root file system wants it`,
      );
    }
  }
  const chmod = flags.get('chmod') ?? undefined;
  if (chmod !== undefined && !/^0?[0-7]{3}$/.test(chmod)) {
    throw new Error(`wants --chmod as octal digits, but has "${chmod}"`);
  }
  const all = words(instruction, context.variables);
  const target = all.pop();
  if (!target?.startsWith('/')) {
    throw new Error('wants an absolute path as its last word');
  }
  if (all.length === 0) throw new Error('names nothing to copy');
  if (all.length > 1 && !target.endsWith('/')) {
    throw new Error('with several sources wants a target that ends with /');
  }
  return { chmod, sources: all, target };
}

function execForm(instruction: Instruction): string[] {
  const json = instruction as JSONInstruction;
  if (!json.getOpeningBracket()) {
    throw new Error('wants the exec form, such as ["monerod"]: no shell');
  }
  return json.getJSONStrings().map(part => part.getJSONValue());
}

function words(instruction: Instruction, variables: Variables): string[] {
  const all = instruction
    .getArguments()
    .map(argument => expand(argument.getValue(), variables));
  if (all.length === 0) throw new Error('says nothing');
  return all;
}

function properties(
  instruction: Instruction,
  variables: Variables,
): [string, string][] {
  return (instruction as PropertyInstruction).getProperties().map(property => {
    const value = property.getValue();
    if (value === null) {
      throw new Error(`wants NAME=value, but has "${property.getName()}"`);
    }
    return [property.getName(), expand(value, variables)];
  });
}

/** Replaces `$NAME` and `${NAME}`; an unknown name is an error, not nothing. */
function expand(text: string, variables: Variables): string {
  return text.replace(
    /\$(?:\{(\w+)\}|(\w+)|(\{[^}]*\}?))/g,
    (whole, braced, bare) => {
      const value = variables.get(braced ?? bare);
      if (value === undefined) {
        throw new Error(`uses ${whole}, which no ARG or ENV above it sets`);
      }
      return value;
    },
  );
}
