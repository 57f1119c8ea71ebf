import { Select } from '@backstage/ui';
import { KINDS } from '@monero-portal/monero-api';
import { useClusters, useOwners } from '../../hooks';
import { nameOfRef } from '../../lib/format';
import { kindWordsOf } from '../../lib/kindWords';
import { PROPOSAL_WORDS } from '../../lib/tones';
import type { ShownFilter } from './filter';
import styles from './ProposalsPage.module.css';

/** Stands for no choice. */
const ALL = '';

interface Option {
  id: string;
  label: string;
}

const STATES: readonly Option[] = [
  { id: 'open', label: 'Open' },
  { id: 'conflict', label: PROPOSAL_WORDS.conflict.word },
  { id: 'merged', label: PROPOSAL_WORDS.merged.word },
  { id: 'closed', label: PROPOSAL_WORDS.closed.word },
];

/** Narrows the list down; each choice begins at the newest again. */
export function ProposalFilters(props: {
  filter: ShownFilter;
  onChange: (filter: ShownFilter) => void;
}) {
  const { filter, onChange } = props;
  const { value: clusters } = useClusters();
  const { value: owners } = useOwners();
  const choose = (part: Partial<ShownFilter>) =>
    onChange({ ...filter, before: undefined, ...part });
  return (
    <div className={styles.filters} role="search" aria-label="Filter proposals">
      <Choice
        label="State"
        options={STATES}
        value={filter.state}
        onChange={state =>
          choose({ state: state as ShownFilter['state'] | undefined })
        }
      />
      <Choice
        label="Owner"
        options={withChosen(
          (owners ?? []).map(({ id, label }) => ({ id, label })),
          filter.owner,
        )}
        value={filter.owner}
        onChange={owner => choose({ owner })}
      />
      <Choice
        label="Cluster"
        options={withChosen(
          (clusters?.items ?? []).map(({ name, title }) => ({
            id: name,
            label: title ?? name,
          })),
          filter.cluster,
        )}
        value={filter.cluster}
        onChange={cluster => choose({ cluster })}
      />
      <Choice
        label="Kind"
        options={KINDS.map(kind => ({
          id: kind,
          label: kindWordsOf(kind).one,
        }))}
        value={filter.kind}
        onChange={kind =>
          choose({ kind: kind as ShownFilter['kind'] | undefined })
        }
      />
    </div>
  );
}

/** What the address names is offered even where nobody knows it any more. */
function withChosen(
  options: readonly Option[],
  chosen: string | undefined,
): Option[] {
  return chosen === undefined || options.some(({ id }) => id === chosen)
    ? [...options]
    : [...options, { id: chosen, label: nameOfRef(chosen) }];
}

function Choice(props: {
  label: string;
  options: readonly Option[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const { label, options, value, onChange } = props;
  return (
    <Select
      label={label}
      size="small"
      options={[{ id: ALL, label: 'All' }, ...options]}
      value={value ?? ALL}
      onChange={key =>
        onChange(key === ALL || key === null ? undefined : String(key))
      }
    />
  );
}
