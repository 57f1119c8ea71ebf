import type { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import type {
  ObjectDocument,
  ProposalDocument,
} from '@monero-portal/plugin-monero-common';
import type {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import { formatAgo, nameOfRef } from '../../lib/format';
import { kindWordsOf } from '../../lib/kindWords';
import { PROPOSAL_WORDS, VERDICT_TONES, type Tone } from '../../lib/tones';
import { StatePill } from '../StatePill';
import styles from './SearchResultItem.module.css';

/** What the search page gives to an item. */
export interface SearchResultItemProps {
  result?: SearchDocument;
  highlight?: ResultHighlight;
}

/** A node set, network, mining set or proposal among the results of a search. */
export function SearchResultItem({ result, highlight }: SearchResultItemProps) {
  if (!result) {
    return null;
  }
  const document = result as SearchDocument &
    (ObjectDocument | ProposalDocument);
  const { kind, cluster, namespace, name, owner } = document;
  const { word, tone, headline, facts } =
    'proposedBy' in document ? aboutProposal(document) : aboutObject(document);
  return (
    <div className={styles.item}>
      <div className={styles.head}>
        <Link noTrack to={result.location} className={styles.title}>
          <Marked field="title" highlight={highlight}>
            {result.title}
          </Marked>
        </Link>
        <StatePill tone={tone}>{word}</StatePill>
      </div>
      {headline && <p className={styles.text}>{headline}</p>}
      <ul className={styles.facts} aria-label={`About ${result.title}`}>
        {[
          `${kindWordsOf(kind).one} ${name}`,
          `${cluster} / ${namespace}`,
          ...facts,
          owner && `owner ${nameOfRef(owner)}`,
        ]
          .filter(Boolean)
          .map(fact => (
            <li key={fact}>{fact}</li>
          ))}
      </ul>
      {highlight?.fields.text?.includes(highlight.preTag) && (
        <p className={styles.excerpt}>
          <Marked field="text" highlight={highlight}>
            {result.text}
          </Marked>
        </p>
      )}
    </div>
  );
}

interface About {
  word: string;
  tone: Tone;
  headline?: string;
  facts: string[];
}

function aboutObject(document: ObjectDocument): About {
  const { state, headline, network, indexedAt } = document;
  return {
    word: state,
    tone: VERDICT_TONES[state] ?? 'quiet',
    headline,
    facts: [network, `as of ${formatAgo(indexedAt, Date.now())}`],
  };
}

function aboutProposal(document: ProposalDocument): About {
  const { id, state, proposedBy, createdAt } = document;
  const { word, tone } = PROPOSAL_WORDS[state] ?? {
    word: state,
    tone: 'quiet',
  };
  return {
    ...{ word, tone },
    facts: [
      `proposal #${id}`,
      `by ${nameOfRef(proposedBy)}, ${formatAgo(createdAt, Date.now())}`,
    ],
  };
}

/** Text in which what was searched stands out, where the search engine says where. */
function Marked({
  field,
  highlight,
  children,
}: {
  field: 'title' | 'text';
  highlight?: ResultHighlight;
  children: string;
}): ReactNode {
  const text = highlight?.fields[field];
  return highlight && text ? (
    <HighlightedSearchResultText
      text={text}
      preTag={highlight.preTag}
      postTag={highlight.postTag}
    />
  ) : (
    children
  );
}
