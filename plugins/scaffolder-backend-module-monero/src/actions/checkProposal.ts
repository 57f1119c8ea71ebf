import { InputError } from '@backstage/errors';
import {
  proposeInputSchema,
  type MoneroApi,
  type MoneroRequestOptions,
  type Proposal,
  type ProposeInput,
} from '@monero-portal/plugin-monero-common';
import { checkManifest } from '../buildManifest';
import { checkTarget } from '../checkTarget';

/**
 * Checks a proposal as far as that goes without making it: its shape, its
 * manifest, that the manifest is of the object that the proposal names, and
 * that there is somewhere for it to go.
 *
 * @returns proposals of the same object that are still open
 * @throws InputError saying what would be refused; what the backend throws
 */
export async function checkProposal(
  input: ProposeInput,
  client: Pick<MoneroApi, 'getClusters' | 'getOpenProposals'>,
  request: MoneroRequestOptions,
): Promise<Proposal[]> {
  checkShape(input);
  checkObject(input);
  const { items: clusters } = await client.getClusters(request);
  checkTarget(clusters, input);
  return (await client.getOpenProposals(input, request)).items;
}

function checkShape(input: ProposeInput) {
  const parsed = proposeInputSchema.safeParse(input);
  if (!parsed.success) {
    throw new InputError(
      `The proposal is refused:\n${parsed.error.issues
        .map(({ path, message }) => `  ${path.join('.')}: ${message}`)
        .join('\n')}`,
    );
  }
}

function checkObject(input: ProposeInput) {
  if (input.manifest === undefined) {
    return; // it is retired: there is none
  }
  const { kind, metadata } = checkManifest(input.manifest);
  if (kind !== input.kind) {
    throw new InputError(
      `The manifest is of another object: its kind is ${kind}, the proposal's kind is ${input.kind}.`,
    );
  }
  (['name', 'namespace'] as const).forEach(field => {
    if (metadata[field] !== input[field]) {
      throw new InputError(
        `The manifest is of another object: its metadata.${field} is "${metadata[field]}", the proposal's ${field} is "${input[field]}".`,
      );
    }
  });
}
