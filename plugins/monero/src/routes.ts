import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** `/monero/node-sets`: every node set of every cluster. */
export const rootRouteRef = createRouteRef();

/** `/monero/proposals`: what was proposed, and how far it has come. */
export const proposalsRouteRef = createRouteRef();

/** `/monero/proposals/:id`: one proposal. */
export const proposalRouteRef = createSubRouteRef({
  parent: proposalsRouteRef,
  path: '/:id',
});

/** The form of a template: where a new node set begins. */
export const externalRoutes = {
  newFromTemplate: createExternalRouteRef({
    params: ['namespace', 'templateName'],
    defaultTarget: 'scaffolder.selectedTemplate',
  }),
};
