import { useMemo } from 'react';
import { Text } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Proposal } from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from '../../api';
import { dataFateOf, type DataFate } from '../../lib/checks';
import { parseDiff } from '../../lib/diff';
import { kindWordsOf } from '../../lib/kindWords';
import { plannedOf } from '../../lib/planned';
import styles from './ProposalPage.module.css';
import { QuestionDialog } from './QuestionDialog';

/** Asks before a merge: what happens, what is created, what is kept. */
export function MergeDialog(props: {
  proposal: Proposal;
  isOpen: boolean;
  onClose: () => void;
  onMerged: (proposal: Proposal) => void;
}) {
  const { proposal, isOpen, onClose, onMerged } = props;
  const api = useApi(moneroApiRef);
  const merge = async () =>
    onMerged(await api.mergeProposal(proposal.id, proposal.head));
  return (
    <QuestionDialog
      isOpen={isOpen}
      onClose={onClose}
      title={`Merge #${proposal.id}?`}
      width="34rem"
      yes={{ label: 'Merge', do: merge }}
      no="Cancel"
      failed="It was not merged"
    >
      <WhatHappens proposal={proposal} />
    </QuestionDialog>
  );
}

const KEPT: Record<DataFate, string> = {
  kept: 'Every volume is kept with its chain data.',
  'kept unless told':
    'The volumes of the nodes that stop are kept, unless the node set says volumeRetention: Delete.',
  'goes with nodes':
    'volumeRetention is Delete: the volumes of nodes that are removed go with them.',
};

function WhatHappens(props: { proposal: Proposal }) {
  const { operation, targetBranch, path, cluster, name, diff, kind } =
    props.proposal;
  const planned = useMemo(() => plannedOf(diff ?? ''), [diff]);
  const fate = useMemo(() => dataFateOf(parseDiff(diff ?? '')), [diff]);
  const { one, parts } = kindWordsOf(kind);
  if (operation === 'retire') {
    return <WhatGoes proposal={props.proposal} />;
  }
  return (
    <>
      <Text as="p">
        {operation === 'create' ? 'A new file' : 'The change'} goes to{' '}
        {targetBranch} as {path}. From there it is applied to cluster {cluster}{' '}
        by itself, and the operator{' '}
        {planned.length > 0
          ? 'creates:'
          : `changes ${one} ${name} to match, no more ${parts} at a time than it allows.`}
      </Text>
      {planned.length > 0 && (
        <ul className={styles.planned}>
          {planned.map(child => (
            <li key={`${child.kind} ${child.text}`}>
              {child.kind}: {child.text}
            </li>
          ))}
        </ul>
      )}
      <Text as="p" color="secondary">
        {KEPT[fate]} The history of the repository is kept too, so that another
        proposal can lead back.
      </Text>
    </>
  );
}

function WhatGoes(props: { proposal: Proposal }) {
  const { targetBranch, path, cluster, name, kind, volumes } = props.proposal;
  const { one, parts } = kindWordsOf(kind);
  return (
    <>
      <Text as="p">
        {path} is removed from {targetBranch}. From there {one} {name} is
        removed from cluster {cluster} by itself, and all of its {parts} stop.
      </Text>
      <Text as="p" color="secondary">
        {volumes} The history of the repository keeps the file, so that another
        proposal can lead back.
      </Text>
    </>
  );
}
