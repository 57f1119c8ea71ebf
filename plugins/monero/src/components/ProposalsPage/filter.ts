import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  proposalFilterSchema,
  type ProposalFilter,
} from '@monero-portal/plugin-monero-common';

/** What the page can be asked for by its address. */
export type ShownFilter = Pick<
  ProposalFilter,
  'owner' | 'state' | 'cluster' | 'kind' | 'before'
>;

/** How many proposals a page shows. */
export const PAGE_LENGTH = 25;

const NAMES = ['owner', 'state', 'cluster', 'kind', 'before'] as const;

/** Reads an address that may hold anything: what is not understood is not asked for. */
export function readFilter(params: URLSearchParams): ShownFilter {
  return Object.fromEntries(
    NAMES.flatMap(name => {
      const text = params.get(name);
      const parsed = proposalFilterSchema.shape[name].safeParse(
        text ?? undefined,
      );
      return text && parsed.success && parsed.data !== undefined
        ? [[name, parsed.data]]
        : [];
    }),
  );
}

/** The address of a filter. */
export function writeFilter(filter: ShownFilter): URLSearchParams {
  return new URLSearchParams(
    NAMES.flatMap(name => {
      const value = filter[name];
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
}

/** Whether less than everything is asked for. */
export function isFiltered(filter: ShownFilter): boolean {
  return Object.keys(filter).length > 0;
}

/** The filter in the address, for the backend, and how to change it. */
export function useProposalFilter() {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => readFilter(params), [params]);
  const change = useCallback(
    (next: ShownFilter) => setParams(writeFilter(next)),
    [setParams],
  );
  return { filter, change };
}
