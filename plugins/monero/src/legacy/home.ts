import { createComponentExtension } from '@backstage/core-plugin-api';
import { compat } from './compat';
import { moneroPlugin } from './plugin';

/** The content of a card of the home page: what needs a look. */
export const MoneroHomeWidget = moneroPlugin.provide(
  createComponentExtension({
    name: 'MoneroHomeWidget',
    component: {
      lazy: async () =>
        compat((await import('../components/HomeWidget')).HomeWidget),
    },
  }),
);
