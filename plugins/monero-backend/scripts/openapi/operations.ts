import {
  clusterListSchema,
  fleetHistorySchema,
  gitManifestSchema,
  historyQuerySchema,
  historySchema,
  mergeInputSchema,
  miningSetHealthSchema,
  miningSetListSchema,
  moneroNodeSetReadPermission,
  moneroProposalCreatePermission,
  moneroProposalMergePermission,
  moneroProposalReadPermission,
  networkHealthSchema,
  networkListSchema,
  nodeSetHealthSchema,
  nodeSetListSchema,
  nodeSetRefSchema,
  objectRefSchema,
  proposalFilterSchema,
  proposalListSchema,
  proposalSchema,
  proposeInputSchema,
  snapshotQuerySchema,
  snapshotSchema,
  clusterNameSchema,
} from '@monero-portal/plugin-monero-common';
import type { Permission } from '@backstage/plugin-permission-common';
import { z, type AnyZodObject, type ZodTypeAny } from 'zod';
import { idSchema } from '../../src/router/parse';

/** One route as the document tells of it. */
export interface Operation {
  method: 'get' | 'post';
  /** As the router has it: `/proposals/:id`. */
  path: string;
  operationId: string;
  summary: string;
  /** Absent: whoever knows the secret of the webhook. */
  permission?: Permission;
  params?: AnyZodObject;
  query?: AnyZodObject;
  body?: ZodTypeAny;
  /** What it answers by status; undefined where the answer has no body. */
  answers: Record<number, { description: string; schema?: ZodTypeAny }>;
  /** Statuses of its errors beside 401 and 403. */
  errors: number[];
}

const idParams = z.object({ id: idSchema });

/** A list of a kind, and one object of it. */
function kindOperations(options: {
  path: string;
  words: { one: string; many: string };
  ids: { one: string; many: string };
  schemas: { one: ZodTypeAny; many: ZodTypeAny };
}): Operation[] {
  const { path, words, ids, schemas } = options;
  const description = `What is known now, from memory`;
  return [
    {
      ...{ method: 'get', path, operationId: ids.many },
      summary: `The health of all ${words.many} that one may see`,
      permission: moneroNodeSetReadPermission,
      answers: { 200: { description, schema: schemas.many } },
      errors: [],
    },
    {
      method: 'get',
      path: `${path}/:cluster/:namespace/:name`,
      operationId: ids.one,
      summary: `The health of a ${words.one}`,
      permission: moneroNodeSetReadPermission,
      params: nodeSetRefSchema,
      answers: { 200: { description, schema: schemas.one } },
      errors: [400, 404],
    },
  ];
}

const healthOperations: Operation[] = [
  {
    ...{ method: 'get', path: '/clusters', operationId: 'getClusters' },
    summary: 'The clusters of the configuration, and whether they answer',
    permission: moneroNodeSetReadPermission,
    answers: { 200: { description: 'All of them', schema: clusterListSchema } },
    errors: [],
  },
  {
    ...{ method: 'get', path: '/snapshot', operationId: 'getSnapshot' },
    summary: 'A line for every object of every kind, or what has changed since',
    permission: moneroNodeSetReadPermission,
    query: snapshotQuerySchema,
    answers: {
      200: {
        description: 'Everything, or what has changed',
        schema: snapshotSchema,
      },
    },
    errors: [400],
  },
  ...kindOperations({
    path: '/node-sets',
    words: { one: 'node set', many: 'node sets' },
    ids: { one: 'getNodeSet', many: 'getNodeSets' },
    schemas: { one: nodeSetHealthSchema, many: nodeSetListSchema },
  }),
  ...kindOperations({
    path: '/networks',
    words: { one: 'network', many: 'networks' },
    ids: { one: 'getNetwork', many: 'getNetworks' },
    schemas: { one: networkHealthSchema, many: networkListSchema },
  }),
  ...kindOperations({
    path: '/mining-sets',
    words: { one: 'mining set', many: 'mining sets' },
    ids: { one: 'getMiningSet', many: 'getMiningSets' },
    schemas: { one: miningSetHealthSchema, many: miningSetListSchema },
  }),
  {
    ...{ method: 'get', path: '/history', operationId: 'getFleetHistory' },
    summary: 'How far behind everything was over the last day',
    permission: moneroNodeSetReadPermission,
    answers: {
      200: {
        description: 'The worst of each half hour, of all that one may see',
        schema: fleetHistorySchema,
      },
    },
    errors: [],
  },
  {
    method: 'get',
    path: '/history/:kind/:cluster/:namespace/:name',
    operationId: 'getHistory',
    summary: 'What the pods of an object were like',
    permission: moneroNodeSetReadPermission,
    params: objectRefSchema,
    query: historyQuerySchema,
    answers: {
      200: { description: 'Means over each step', schema: historySchema },
    },
    errors: [400, 404],
  },
  {
    method: 'get',
    path: '/manifests/:kind/:cluster/:namespace/:name',
    operationId: 'getManifest',
    summary: 'The manifest of an object as Git has it',
    permission: moneroNodeSetReadPermission,
    params: objectRefSchema,
    answers: {
      200: { description: 'The file', schema: gitManifestSchema },
    },
    errors: [400, 404, 503],
  },
];

const proposalOperations: Operation[] = [
  {
    ...{ method: 'get', path: '/proposals', operationId: 'getProposals' },
    summary: 'Proposals, newest first, without their diffs',
    permission: moneroProposalReadPermission,
    query: proposalFilterSchema,
    answers: { 200: { description: 'A page', schema: proposalListSchema } },
    errors: [400],
  },
  {
    ...{ method: 'post', path: '/proposals', operationId: 'propose' },
    summary: 'Proposes to create, change or retire an object',
    permission: moneroProposalCreatePermission,
    body: proposeInputSchema,
    answers: {
      200: {
        description: 'The open one that says the same, or of the same request',
        schema: proposalSchema,
      },
      201: { description: 'The new one', schema: proposalSchema },
    },
    errors: [400, 404, 409, 429, 503],
  },
  {
    ...{ method: 'get', path: '/proposals/:id', operationId: 'getProposal' },
    summary: 'A proposal with its diff',
    permission: moneroProposalReadPermission,
    params: idParams,
    answers: { 200: { description: 'The proposal', schema: proposalSchema } },
    errors: [400, 404, 503],
  },
  {
    method: 'post',
    path: '/proposals/:id/merge',
    operationId: 'mergeProposal',
    summary: 'Merges the commit that was looked at',
    permission: moneroProposalMergePermission,
    params: idParams,
    body: mergeInputSchema,
    answers: {
      200: { description: 'The merged proposal', schema: proposalSchema },
    },
    errors: [400, 404, 409, 503],
  },
  {
    method: 'post',
    path: '/proposals/:id/close',
    operationId: 'closeProposal',
    summary: 'Gives a proposal up; its branch stays',
    permission: moneroProposalMergePermission,
    params: idParams,
    answers: {
      200: { description: 'The closed proposal', schema: proposalSchema },
    },
    errors: [400, 404, 409, 503],
  },
];

/** Every route of the plugin, in the order of the document. */
export const OPERATIONS: readonly Operation[] = [
  ...healthOperations,
  ...proposalOperations,
  {
    method: 'post',
    path: '/webhooks/:cluster',
    operationId: 'receiveWebhook',
    summary: 'A forge tells that something happened, signed with the secret',
    params: z.object({ cluster: clusterNameSchema }),
    answers: { 204: { description: 'The portal looks at once' } },
    errors: [400, 404],
  },
];
