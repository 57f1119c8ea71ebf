import { lazy, Suspense, type ComponentProps } from 'react';
import type { ProposalOutputs as Outputs } from './ProposalOutputs';

const ProposalOutputs = lazy(() =>
  import('./ProposalOutputs').then(module => ({
    default: module.ProposalOutputs,
  })),
);

/** Loaded with the first task that has ended. */
export function LazyProposalOutputs(props: ComponentProps<typeof Outputs>) {
  return (
    <Suspense fallback={null}>
      <ProposalOutputs {...props} />
    </Suspense>
  );
}
