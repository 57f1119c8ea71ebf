import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderBackend from '@backstage/plugin-scaffolder-backend';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { JsonObject } from '@backstage/types';
import scaffolderModuleMonero from '../index';
import { fakeMoneroBackend, type Proposed } from './fakeMoneroBackend';

const DEADLINE_MS = 20_000;
const POLL_MS = 100;

/** A real scaffolder with our actions, some templates, and a monero-backend in memory. */
export async function startScaffolder(templates: TemplateEntityV1beta3[]) {
  const proposed: Proposed[] = [];
  const backend = await startTestBackend({
    features: [
      scaffolderBackend,
      scaffolderModuleMonero,
      fakeMoneroBackend(proposed),
      catalogServiceMock.factory({ entities: templates }),
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'http://localhost:3000' } },
      }),
    ],
  });

  /** Asks the scaffolder as the user. */
  async function ask(path: string, body?: JsonObject) {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/scaffolder/v2${path}`,
      {
        method: body ? 'POST' : 'GET',
        headers: {
          Authorization: mockCredentials.user.header('user:default/guest'),
          'Content-Type': 'application/json',
        },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(DEADLINE_MS),
      },
    );
    return { status: response.status, body: await response.json() };
  }

  return {
    /** What was proposed, and by whom. */
    proposed,
    ask,
    stop: () => backend.stop(),

    /** Runs a template without effect. */
    dryRun(template: TemplateEntityV1beta3, values: JsonObject) {
      return ask('/dry-run', {
        template: JSON.parse(JSON.stringify(template)),
        values: JSON.parse(JSON.stringify(values)),
        directoryContents: [],
      });
    },

    /** Runs a template and waits for its end. */
    async runTask(templateName: string, values: JsonObject) {
      const { body: created } = await ask('/tasks', {
        templateRef: `template:default/${templateName}`,
        values,
      });
      const end = Date.now() + DEADLINE_MS;
      for (;;) {
        const { body: task } = await ask(`/tasks/${created.id}`);
        if (['completed', 'failed', 'cancelled'].includes(task.status)) {
          const { body: events } = await ask(`/tasks/${created.id}/events`);
          return { status: task.status, events };
        }
        if (Date.now() > end) {
          throw new Error(`The task is still ${task.status}`);
        }
        await new Promise(done => setTimeout(done, POLL_MS));
      }
    },
  };
}
