import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type {
  ActionContext,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';

/** What an action did. */
export interface Run {
  output: Record<string, unknown>;
  log: string[];
  workspacePath: string;
}

/** Runs an action as the scaffolder would, as `user:default/mock`, and collects what it tells. */
export async function run<I extends JsonObject, O extends JsonObject>(
  action: TemplateAction<I, O>,
  input: I,
  parts: Partial<ActionContext<I, O>> = {},
): Promise<Run> {
  const context = createMockActionContext<I, O>({ input });
  const output: Run['output'] = {};
  const log: string[] = [];
  jest.spyOn(context.logger, 'info').mockImplementation(message => {
    log.push(String(message));
  });
  await action.handler({
    ...context,
    output: (name, value) => {
      output[String(name)] = value;
    },
    ...parts,
  });
  return { output, log, workspacePath: context.workspacePath };
}
