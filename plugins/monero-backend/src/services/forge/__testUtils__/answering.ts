import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { http, HttpResponse, type JsonBodyType } from 'msw';
import { connectForge } from '../connectForge';
import type { PullRequests } from '../PullRequests';

/** What a forge was asked, as its API sees it. */
export interface Asked {
  method: string;
  /** Path and query. */
  path: string;
  authorization: string | null;
  body: unknown;
}

/** One forge: where it is, and what its API answers, by its public documentation. */
export interface ForgeCase {
  repository: string;
  integrations: object;
  /** Base of its API. */
  api: string;
  /** Below the base. */
  paths: {
    list: string;
    create: string;
    one: string;
    close: [method: 'patch' | 'put' | 'post', path: string];
  };
  /** Bodies, by the documentation. */
  open: Record<string, unknown>;
  merged: Record<string, unknown>;
  /** How a list holds a pull request. */
  listed: (item: object) => JsonBodyType;
  /** How it refuses for want of a scope. */
  missingScope: {
    status: number;
    body: JsonBodyType;
    headers?: Record<string, string>;
  };
  /** How it says that a pull request is there already. */
  exists: { status: number; body: JsonBodyType };
  /** What else it is asked before. */
  extra?: [path: string, body: JsonBodyType][];
}

/** The client as the portal makes it from the configuration. */
export function clientOf(
  forge: ForgeCase,
  options: {
    userToken?: string;
    reviewers?: string[];
    labels?: string[];
    draft?: boolean;
  } = {},
): PullRequests {
  const { userToken, reviewers = [], labels = [], draft = false } = options;
  const integrations = ScmIntegrations.fromConfig(
    new ConfigReader({ integrations: forge.integrations }),
  );
  return connectForge(forge.repository, integrations, {
    ...{ reviewers, labels, draft },
  }).pullRequests(userToken);
}

/** Handlers that answer with these, and note what they were asked. */
export function answering(
  forge: ForgeCase,
  answers: {
    list?: object[];
    create?: () => Response;
    one?: object;
  },
) {
  const asked: Asked[] = [];
  const note = async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    const text = await request.clone().text();
    asked.push({
      method: request.method,
      path: pathname + search,
      authorization:
        request.headers.get('authorization') ??
        request.headers.get('private-token'),
      body: text ? JSON.parse(text) : undefined,
    });
  };
  const { api, paths } = forge;
  const list = answers.list ?? [];
  const [method, closePath] = paths.close;
  const handlers = [
    ...(forge.extra ?? []).map(([path, body]) =>
      http.get(`${api}${path}`, () => HttpResponse.json(body)),
    ),
    http.get(`${api}${paths.list}`, async ({ request }) => {
      await note(request);
      const found = list.length > 0 ? forge.listed(list[0]) : forge.listed({});
      return HttpResponse.json(list.length > 0 ? found : emptied(found));
    }),
    http.post(`${api}${paths.create}`, async ({ request }) => {
      await note(request);
      return (
        answers.create?.() ?? HttpResponse.json(forge.open, { status: 201 })
      );
    }),
    http.get(`${api}${paths.one}`, async ({ request }) => {
      await note(request);
      return HttpResponse.json(answers.one ?? forge.open);
    }),
    http[method](`${api}${closePath}`, async ({ request }) => {
      await note(request);
      return HttpResponse.json(forge.open);
    }),
  ];
  return { asked, handlers };
}

function emptied(list: JsonBodyType): JsonBodyType {
  if (Array.isArray(list)) return [];
  return Object.fromEntries(
    Object.entries(list as object).map(([key, value]) => [
      key,
      Array.isArray(value) ? [] : value,
    ]),
  );
}
