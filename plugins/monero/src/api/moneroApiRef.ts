import { createApiRef } from '@backstage/frontend-plugin-api';
import type { MoneroApi } from '@monero-portal/plugin-monero-common';

/** What the pages know of node sets and proposals; served by monero-backend. */
export const moneroApiRef = createApiRef<MoneroApi>().with({
  id: 'plugin.monero.service',
  pluginId: 'monero',
});
