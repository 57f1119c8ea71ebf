import type { Entity } from '@backstage/catalog-model';
import { createComponentExtension } from '@backstage/core-plugin-api';
import { kindOf, type MoneroKind } from '@monero-portal/plugin-monero-common';
import { compat } from './compat';
import { moneroPlugin } from './plugin';

/** For `EntityLayout.Route` and `EntitySwitch.Case`: whether an entity stands for an object of the kind. */
export function isMoneroKind(kind: MoneroKind): (entity: Entity) => boolean {
  return entity => kindOf(entity) === kind;
}

/** Content of the tab of a node set. */
export const MoneroNodeSetContent = moneroPlugin.provide(
  createComponentExtension({
    name: 'MoneroNodeSetContent',
    component: {
      lazy: async () =>
        compat((await import('../components/NodeSetContent')).NodeSetContent),
    },
  }),
);

/** Content of the tab of a network. */
export const MoneroNetworkContent = moneroPlugin.provide(
  createComponentExtension({
    name: 'MoneroNetworkContent',
    component: {
      lazy: async () =>
        compat((await import('../components/NetworkContent')).NetworkContent),
    },
  }),
);

/** Content of the tab of a set of miners. */
export const MoneroMiningSetContent = moneroPlugin.provide(
  createComponentExtension({
    name: 'MoneroMiningSetContent',
    component: {
      lazy: async () =>
        compat(
          (await import('../components/MiningSetContent')).MiningSetContent,
        ),
    },
  }),
);

/** Card of a node set for its overview. */
export const MoneroNodeSetCard = moneroPlugin.provide(
  createComponentExtension({
    name: 'MoneroNodeSetCard',
    component: {
      lazy: async () =>
        compat((await import('../components/NodeSetCard')).NodeSetCard),
    },
  }),
);

/** Card of a network for its overview. */
export const MoneroNetworkCard = moneroPlugin.provide(
  createComponentExtension({
    name: 'MoneroNetworkCard',
    component: {
      lazy: async () =>
        compat((await import('../components/KindCard')).NetworkCard),
    },
  }),
);

/** Card of a set of miners for its overview. */
export const MoneroMiningSetCard = moneroPlugin.provide(
  createComponentExtension({
    name: 'MoneroMiningSetCard',
    component: {
      lazy: async () =>
        compat((await import('../components/KindCard')).MiningSetCard),
    },
  }),
);
