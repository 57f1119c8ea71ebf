import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { MoneroClient } from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from './moneroApiRef';

/** Talks to monero-backend as the signed-in user. */
export const moneroApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: moneroApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new MoneroClient({ discoveryApi, fetchApi }),
    }),
});
