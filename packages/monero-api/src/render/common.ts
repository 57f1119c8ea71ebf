import { ANNOTATIONS } from '../constants';
import type { ObjectMeta } from '../objectMeta';
import { given } from './given';

/** What a form asks for whatever it makes. Empty texts and empty lists mean "not given". */
export interface CommonFormInput {
  readonly name: string;
  readonly namespace: string;
  /** Decides the path in the repository; it is not part of the manifest. */
  readonly cluster: string;
  /** Entity reference, such as group:default/wallets. */
  readonly owner?: string;
}

/** Metadata as every manifest has it. */
export function metadataOf(input: CommonFormInput): ObjectMeta {
  return {
    name: input.name,
    namespace: input.namespace,
    ...given(
      'annotations',
      input.owner ? { [ANNOTATIONS.owner]: input.owner } : undefined,
    ),
  };
}
