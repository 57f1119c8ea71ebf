import { z } from 'zod';
import {
  clusterNameSchema,
  dnsLabelSchema,
  isoTimeSchema,
  moneroKindSchema,
} from './common';

/** Largest manifest that can be proposed, in characters. */
export const MAX_MANIFEST_LENGTH = 64 * 1024;

/** The five steps of a change, in order. */
export const PROPOSAL_STEPS = [
  'Proposed',
  'Merged',
  'Applied',
  'Reconciled',
  'InSync',
] as const;

/**
 * - `create`: the file must not exist
 * - `change`: the file must be as it was when the change was drafted
 * - `retire`: the same, and the file is removed
 */
export const proposalOperationSchema = z.enum(['create', 'change', 'retire']);

export const proposalStepNameSchema = z.enum(PROPOSAL_STEPS);

/** How far one step is. */
export const proposalStepSchema = z.object({
  step: proposalStepNameSchema,
  state: z.enum(['done', 'current', 'pending', 'failed']),
  /** When it was done (or, for a failed one, when it failed). */
  at: isoTimeSchema.optional(),
  /** Such as "by guest", "commit 3f9c1e2", "2 of 3 nodes". */
  detail: z.string().optional(),
});

/**
 * - `proposed`: open, can be merged
 * - `conflict`: open, but the branch it goes to changed the same lines
 * - `merged`: on the branch that is applied
 * - `closed`: given up; its branch is kept
 */
export const proposalStateSchema = z.enum([
  'proposed',
  'conflict',
  'merged',
  'closed',
]);

/** A change that somebody proposed. */
export const proposalSchema = z.object({
  id: z.number().int().positive(),
  title: z.string(),
  cluster: z.string(),
  namespace: z.string(),
  name: z.string(),
  kind: moneroKindSchema,
  operation: proposalOperationSchema,
  /** What becomes of the volumes, in a sentence; only when the object is retired. */
  volumes: z.string().optional(),
  /** Entity reference such as `group:default/wallets`. */
  owner: z.string().optional(),
  /** Entity reference of who proposed it. */
  proposedBy: z.string(),
  /** Entity reference of who merged it. */
  mergedBy: z.string().optional(),
  mergedAt: isoTimeSchema.optional(),
  /** Entity reference of who closed it. */
  closedBy: z.string().optional(),
  closedAt: isoTimeSchema.optional(),
  /** Where it is reviewed and merged; absent for plain git, which the portal merges itself. */
  pullRequest: z
    .object({
      /** Name of the forge, such as "GitHub". */
      forge: z.string(),
      number: z.number().int().positive(),
      url: z.string().url(),
    })
    .optional(),
  branch: z.string(),
  /** Branch that it goes to, such as `main`. */
  targetBranch: z.string(),
  /** Commit at the top of the branch; what a merge must name. */
  head: z.string(),
  /** File in the repository. */
  path: z.string(),
  state: proposalStateSchema,
  steps: z.array(proposalStepSchema).length(PROPOSAL_STEPS.length),
  /** A later proposal that wrote the same object; this one is not followed further. */
  supersededBy: z.number().int().positive().optional(),
  /** What the change waits for, in a sentence. */
  waitingFor: z.string().optional(),
  /** Unified diff; only when one proposal is asked for. */
  diff: z.string().optional(),
  /** Which file conflicts and why, in a sentence. */
  conflict: z.string().optional(),
  createdAt: isoTimeSchema,
});

/** Answer of `GET /proposals`, newest first. */
export const proposalListSchema = z.object({
  items: z.array(proposalSchema),
  /** Ask again with `before` set to this for older ones; absent on the last page. */
  before: z.number().int().positive().optional(),
});

/** Git's id of a file's bytes, in a repository of SHA-1. */
export const blobSchema = z
  .string()
  .regex(/^[0-9a-f]{40}$/, 'is the blob that the manifest was read with');

/** A line of text, which every database can store and compare. */
function textSchema(maxLength: number) {
  return z
    .string()
    .max(maxLength)
    .regex(/^[^\p{Cc}]*$/u, 'may not hold line breaks or control characters');
}

const proposalFields = z.object({
  title: z
    .string()
    .trim()
    .min(1, 'say in a few words what changes')
    .max(200, 'may have at most 200 characters')
    .regex(/^[^\p{Cc}]*$/u, 'may not hold line breaks or control characters'),
  cluster: clusterNameSchema,
  namespace: dnsLabelSchema,
  name: dnsLabelSchema,
  kind: moneroKindSchema,
  /** Default: `change` when there is a `baseBlob`, else `create`. */
  operation: proposalOperationSchema.optional(),
  /** One YAML document; absent when the object is retired. */
  manifest: z
    .string()
    .min(1, 'the manifest is empty')
    .max(
      MAX_MANIFEST_LENGTH,
      `may have at most ${MAX_MANIFEST_LENGTH} characters`,
    )
    .refine(text => !text.includes('\0'), 'may not hold the character U+0000')
    .optional(),
  /** `blob` of the manifest that the form was filled in from. */
  baseBlob: blobSchema.optional(),
  /** Entity reference of the owner. */
  owner: textSchema(512).min(1).optional(),
  /**
   * Names the request: the same user with the same id gets the same proposal,
   * whatever became of it. The id of a scaffolder task is one.
   */
  requestId: z
    .string()
    .regex(
      /^[\w.:/-]{1,300}$/,
      'may hold letters, digits and . : / _ -, 300 at most',
    )
    .optional(),
  /**
   * The user's own token for the forge: branch and pull request are then theirs.
   * It is used once and kept nowhere.
   */
  forgeToken: z.string().min(1).max(4096).optional(),
});

/** What a proposal does to the file. */
export function operationOf(
  input: Pick<z.infer<typeof proposalFields>, 'operation' | 'baseBlob'>,
): z.infer<typeof proposalOperationSchema> {
  return input.operation ?? (input.baseBlob ? 'change' : 'create');
}

/** Body of `POST /proposals`. */
export const proposeInputSchema = proposalFields.superRefine(
  (input, context) => {
    const report = (path: string, message: string) =>
      context.addIssue({ code: z.ZodIssueCode.custom, path: [path], message });
    const operation = operationOf(input);
    if (operation === 'retire' && input.manifest !== undefined) {
      report('manifest', 'is left out when an object is retired');
    }
    if (operation !== 'retire' && input.manifest === undefined) {
      report('manifest', 'Required');
    }
    if (operation === 'create' && input.baseBlob !== undefined) {
      report('baseBlob', 'is left out when an object is created');
    }
    if (operation !== 'create' && input.baseBlob === undefined) {
      report(
        'baseBlob',
        `is required to ${operation} an object: read its manifest first, and give the blob that came with it`,
      );
    }
  },
);

/** How many proposals a page holds at most. */
export const MAX_PAGE = 500;

/** Query of `GET /proposals`. */
export const proposalFilterSchema = z.object({
  owner: textSchema(512).optional(),
  cluster: textSchema(63).optional(),
  namespace: textSchema(63).optional(),
  name: textSchema(63).optional(),
  kind: moneroKindSchema.optional(),
  /** `open` is `proposed` or `conflict`. */
  state: z.enum([...proposalStateSchema.options, 'open']).optional(),
  /** Only older ones than the proposal with this id. */
  before: z.coerce
    .number()
    .int()
    .positive()
    .max(2 ** 31 - 1, 'is too large')
    .optional(),
  /** Length of the page; 100 by default. */
  limit: z.coerce
    .number()
    .int()
    .positive()
    .max(MAX_PAGE, `is at most ${MAX_PAGE}`)
    .optional(),
});

/** Body of `POST /proposals/:id/merge`. */
export const mergeInputSchema = z.object({
  /** The commit that was looked at; the merge is refused when it moved. */
  head: z
    .string()
    .regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, 'is the full id of a git commit'),
});

export type ProposalStepName = z.infer<typeof proposalStepNameSchema>;
export type ProposalStep = z.infer<typeof proposalStepSchema>;
export type ProposalOperation = z.infer<typeof proposalOperationSchema>;
export type ProposalState = z.infer<typeof proposalStateSchema>;
export type Proposal = z.infer<typeof proposalSchema>;
export type ProposalList = z.infer<typeof proposalListSchema>;
export type ProposeInput = z.infer<typeof proposeInputSchema>;
export type ProposalFilter = z.infer<typeof proposalFilterSchema>;
export type MergeInput = z.infer<typeof mergeInputSchema>;
