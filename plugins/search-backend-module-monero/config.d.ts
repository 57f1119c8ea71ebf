import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      /** How Monero objects and proposals get into the search. Optional. */
      monero?: {
        /**
         * How often monero-backend is asked. Every 5 minutes by default, 15
         * seconds after the start for the first time.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
