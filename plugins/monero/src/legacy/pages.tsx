import type { ComponentType } from 'react';
import { Content, Header, Page } from '@backstage/core-components';
import { createRoutableExtension } from '@backstage/core-plugin-api';
import { compat } from './compat';
import { moneroPlugin, mounts } from './plugin';

/** The header that pages have from the app in the new frontend system. */
function withHeader(title: string, Body: ComponentType) {
  return function WithHeader() {
    return (
      <Page themeId="tool">
        <Header title={title} />
        <Content noPadding>
          <Body />
        </Content>
      </Page>
    );
  };
}

/** Every object of every cluster; mount it at `/monero/node-sets`. */
export const MoneroFleetPage = moneroPlugin.provide(
  createRoutableExtension({
    name: 'MoneroFleetPage',
    mountPoint: mounts.root,
    component: async () => {
      const { FleetPage } = await import('../components/FleetPage');
      return withHeader('Monero', compat(FleetPage));
    },
  }),
);

/** Proposals, and each on a page of its own; mount it at `/monero/proposals`, to which results of templates link. */
export const MoneroProposalsPage = moneroPlugin.provide(
  createRoutableExtension({
    name: 'MoneroProposalsPage',
    mountPoint: mounts.proposals,
    component: async () => {
      const { ProposalsRouter } = await import('../components/ProposalsPage');
      return withHeader('Proposals', compat(ProposalsRouter));
    },
  }),
);
