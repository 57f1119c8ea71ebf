import type { ComponentType } from 'react';
import { createComponentExtension } from '@backstage/core-plugin-api';
import {
  createSearchResultListItemExtension,
  type SearchResultListItemExtensionProps,
} from '@backstage/plugin-search-react';
import { isMoneroResult } from '../lib/search';
import { compat } from './compat';
import { moneroPlugin } from './plugin';

/** A component that is loaded with the first page that has it. */
function provide(name: string, load: () => Promise<ComponentType>) {
  return moneroPlugin.provide(
    createComponentExtension({
      name,
      component: { lazy: async () => compat(await load()) },
    }),
  );
}

/** Content of the tab of a node set. */
export const MoneroNodeSetContent = provide(
  'MoneroNodeSetContent',
  async () => (await import('../components/NodeSetContent')).NodeSetContent,
);

/** Content of the tab of a network. */
export const MoneroNetworkContent = provide(
  'MoneroNetworkContent',
  async () => (await import('../components/NetworkContent')).NetworkContent,
);

/** Content of the tab of a set of miners. */
export const MoneroMiningSetContent = provide(
  'MoneroMiningSetContent',
  async () => (await import('../components/MiningSetContent')).MiningSetContent,
);

/** Card of a node set for its overview. */
export const MoneroNodeSetCard = provide(
  'MoneroNodeSetCard',
  async () => (await import('../components/NodeSetCard')).NodeSetCard,
);

/** Card of a network for its overview. */
export const MoneroNetworkCard = provide(
  'MoneroNetworkCard',
  async () => (await import('../components/KindCard')).NetworkCard,
);

/** Card of a set of miners for its overview. */
export const MoneroMiningSetCard = provide(
  'MoneroMiningSetCard',
  async () => (await import('../components/KindCard')).MiningSetCard,
);

/** The content of a card of the home page: what needs a look. */
export const MoneroHomeWidget = provide(
  'MoneroHomeWidget',
  async () => (await import('../components/HomeWidget')).HomeWidget,
);

/** A node set, network, mining set or proposal in the list of the search page. */
export const MoneroSearchResultListItem: ComponentType<SearchResultListItemExtensionProps> =
  moneroPlugin.provide(
    createSearchResultListItemExtension({
      name: 'MoneroSearchResultListItem',
      predicate: isMoneroResult,
      component: async () => {
        const { SearchResultItem } = await import(
          '../components/SearchResultItem'
        );
        return compat(SearchResultItem);
      },
    }),
  );
