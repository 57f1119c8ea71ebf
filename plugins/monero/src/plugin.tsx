import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { RiGitPullRequestLine, RiNodeTree } from '@remixicon/react';
import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import {
  ENTITY_TYPES,
  SEARCH_TYPES,
  type MoneroKind,
} from '@monero-portal/plugin-monero-common';
import { moneroApi } from './api';
import { isMoneroResult } from './lib/search';
import {
  externalRoutes,
  proposalRouteRef,
  proposalsRouteRef,
  rootRouteRef,
} from './routes';

/** Entities that stand for an object of a kind. */
const filterOf = (kind: MoneroKind) => ({
  kind: 'resource',
  'spec.type': ENTITY_TYPES[kind],
});

const fleetPage = PageBlueprint.make({
  params: {
    path: '/monero/node-sets',
    title: 'Monero',
    icon: <RiNodeTree fontSize="inherit" />,
    routeRef: rootRouteRef,
    loader: () =>
      import('./components/FleetPage').then(({ FleetPage }) => <FleetPage />),
  },
});

/** Without a route of its own it stays out of the navigation. */
const redirectPage = PageBlueprint.make({
  name: 'redirect',
  params: {
    path: '/monero',
    noHeader: true,
    loader: () =>
      import('./components/FleetPage').then(({ ToFleet }) => <ToFleet />),
  },
});

const proposalsPage = PageBlueprint.make({
  name: 'proposals',
  params: {
    path: '/monero/proposals',
    title: 'Proposals',
    icon: <RiGitPullRequestLine fontSize="inherit" />,
    routeRef: proposalsRouteRef,
    loader: () =>
      import('./components/ProposalsPage').then(({ ProposalsRouter }) => (
        <ProposalsRouter />
      )),
  },
});

const nodeSetContent = EntityContentBlueprint.make({
  name: 'nodes',
  params: {
    path: '/nodes',
    title: 'Nodes',
    group: 'operation',
    filter: filterOf('MoneroNodeSet'),
    loader: () =>
      import('./components/NodeSetContent').then(({ NodeSetContent }) => (
        <NodeSetContent />
      )),
  },
});

const nodeSetCard = EntityCardBlueprint.make({
  name: 'node-set',
  params: {
    type: 'content',
    filter: filterOf('MoneroNodeSet'),
    loader: () =>
      import('./components/NodeSetCard').then(({ NodeSetCard }) => (
        <NodeSetCard />
      )),
  },
});

const networkContent = EntityContentBlueprint.make({
  name: 'network',
  params: {
    path: '/network',
    title: 'Network',
    group: 'operation',
    filter: filterOf('MoneroNetwork'),
    loader: () =>
      import('./components/NetworkContent').then(({ NetworkContent }) => (
        <NetworkContent />
      )),
  },
});

const networkCard = EntityCardBlueprint.make({
  name: 'network',
  params: {
    type: 'content',
    filter: filterOf('MoneroNetwork'),
    loader: () =>
      import('./components/KindCard').then(({ NetworkCard }) => (
        <NetworkCard />
      )),
  },
});

const minersContent = EntityContentBlueprint.make({
  name: 'miners',
  params: {
    path: '/miners',
    title: 'Miners',
    group: 'operation',
    filter: filterOf('MoneroMiningNodeSet'),
    loader: () =>
      import('./components/MiningSetContent').then(({ MiningSetContent }) => (
        <MiningSetContent />
      )),
  },
});

const miningSetCard = EntityCardBlueprint.make({
  name: 'mining-set',
  params: {
    type: 'content',
    filter: filterOf('MoneroMiningNodeSet'),
    loader: () =>
      import('./components/KindCard').then(({ MiningSetCard }) => (
        <MiningSetCard />
      )),
  },
});

const homeWidget = HomePageWidgetBlueprint.make({
  name: 'fleet',
  params: {
    name: 'MoneroFleet',
    title: 'Monero',
    description: 'Node sets, networks and miners that need a look',
    components: async () => {
      const { HomeWidget } = await import('./components/HomeWidget');
      return { Content: HomeWidget };
    },
  },
});

const searchResultItem = SearchResultListItemBlueprint.make({
  params: {
    predicate: isMoneroResult,
    icon: <RiNodeTree fontSize="inherit" />,
    component: async () => {
      const { SearchResultItem } = await import(
        './components/SearchResultItem'
      );
      return SearchResultItem;
    },
  },
});

const objectsInSearch = SearchFilterResultTypeBlueprint.make({
  name: 'objects',
  params: {
    value: SEARCH_TYPES.object,
    name: 'Monero',
    icon: <RiNodeTree fontSize="inherit" />,
  },
});

const proposalsInSearch = SearchFilterResultTypeBlueprint.make({
  name: 'proposals',
  params: {
    value: SEARCH_TYPES.proposal,
    name: 'Monero proposals',
    icon: <RiGitPullRequestLine fontSize="inherit" />,
  },
});

/** Monero node sets in Backstage: health, proposals, the fleet. */
export const moneroPlugin = createFrontendPlugin({
  pluginId: 'monero',
  title: 'Monero',
  icon: <RiNodeTree fontSize="inherit" />,
  routes: {
    root: rootRouteRef,
    proposals: proposalsRouteRef,
    proposal: proposalRouteRef,
  },
  externalRoutes,
  extensions: [
    moneroApi,
    fleetPage,
    redirectPage,
    proposalsPage,
    nodeSetContent,
    nodeSetCard,
    networkContent,
    networkCard,
    minersContent,
    miningSetCard,
    homeWidget,
    searchResultItem,
    objectsInSearch,
    proposalsInSearch,
  ],
});
