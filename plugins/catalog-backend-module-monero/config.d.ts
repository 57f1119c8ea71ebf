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
        /** Label of the custom resource that names the owner, such as `team`. */
        ownerLabel?: string;
        /** Label of the custom resource that names the system. */
        systemLabel?: string;
        /** Owner and system of what names none itself, by namespace. */
        namespaces?: {
          [namespace: string]: { owner?: string; system?: string };
        };
        /**
         * Whether each cluster becomes a Resource of type `kubernetes-cluster`
         * that what runs on it depends on. True by default; turn it off where
         * the catalog has clusters of the same names already.
         */
        clusterEntities?: boolean;
      };
    };
  };
}
