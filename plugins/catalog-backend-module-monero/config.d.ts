import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /** How Monero node sets get into the catalog. All of it is optional. */
      monero?: {
        /**
         * How often monero-backend is asked for the node sets. Every 10 seconds
         * by default, by every instance of the backend for itself.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /**
         * Entity reference of who owns a node set that carries no
         * `utxo.com.br/owner` annotation, or one that is no entity reference.
         * By default `group:default/guests`.
         */
        defaultOwner?: string;
        /**
         * Entity reference of the system that node sets belong to, such as
         * `system:default/monero`. None by default.
         */
        system?: string;
      };
    };
  };
}
