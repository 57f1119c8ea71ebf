import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiGitPullRequestLine, RiNodeTree } from '@remixicon/react';
import { NODE_SET_ENTITY_TYPE } from '@monero-portal/plugin-monero-common';
import { moneroApi } from './api';
import {
  externalRoutes,
  proposalRouteRef,
  proposalsRouteRef,
  rootRouteRef,
} from './routes';

/** Entities that stand for a node set. */
const NODE_SET_FILTER = { kind: 'resource', 'spec.type': NODE_SET_ENTITY_TYPE };

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
    filter: NODE_SET_FILTER,
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
    filter: NODE_SET_FILTER,
    loader: () =>
      import('./components/NodeSetCard').then(({ NodeSetCard }) => (
        <NodeSetCard />
      )),
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
  ],
});
