import { z } from 'zod';
import { clusterNameSchema, dnsLabelSchema, isoTimeSchema } from './common';

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
  kind: z.string(),
  /** Whether the manifest was new when it was proposed. */
  operation: z.enum(['create', 'change']),
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
export const proposalListSchema = z.object({ items: z.array(proposalSchema) });

/** Body of `POST /proposals`. */
export const proposeInputSchema = z.object({
  title: z
    .string()
    .trim()
    .min(1, 'say in a few words what changes')
    .max(200, 'may have at most 200 characters')
    .regex(/^[^\p{Cc}]*$/u, 'may not hold line breaks or control characters'),
  cluster: clusterNameSchema,
  namespace: dnsLabelSchema,
  name: dnsLabelSchema,
  kind: z.literal('MoneroNodeSet'),
  /** One YAML document. */
  manifest: z
    .string()
    .min(1, 'the manifest is empty')
    .max(
      MAX_MANIFEST_LENGTH,
      `may have at most ${MAX_MANIFEST_LENGTH} characters`,
    ),
  /** Entity reference of the owner. */
  owner: z.string().min(1).max(512).optional(),
});

/** Query of `GET /proposals`. */
export const proposalFilterSchema = z.object({
  owner: z.string().max(512).optional(),
  cluster: z.string().max(63).optional(),
  namespace: z.string().max(63).optional(),
  name: z.string().max(63).optional(),
  state: proposalStateSchema.optional(),
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
export type ProposalState = z.infer<typeof proposalStateSchema>;
export type Proposal = z.infer<typeof proposalSchema>;
export type ProposalList = z.infer<typeof proposalListSchema>;
export type ProposeInput = z.infer<typeof proposeInputSchema>;
export type ProposalFilter = z.infer<typeof proposalFilterSchema>;
export type MergeInput = z.infer<typeof mergeInputSchema>;
