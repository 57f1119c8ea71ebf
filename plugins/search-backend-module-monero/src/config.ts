import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError, stringifyError } from '@backstage/errors';

/** Where the module's own settings are in the app's configuration. */
export const CONFIG_KEY = 'search.collators.monero';

/** Clusters have answered by the first time; what is asked answers from memory. */
const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 5 },
  timeout: { minutes: 2 },
  initialDelay: { seconds: 15 },
};

const DEFAULT_LOCATION = '/catalog/:namespace/:kind/:name';

/** What the collators are told by the app's configuration. */
export interface CollatorSettings {
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Path of an entity's page; `:namespace`, `:kind` and `:name` stand for its parts. */
  locationTemplate: string;
}

/**
 * Reads `search.collators.monero`, all of it optional, and from the catalog's
 * own collator where the app has its entity pages.
 *
 * @throws InputError naming the key
 */
export function readCollatorSettings(config: Config): CollatorSettings {
  const schedule = config.getOptionalConfig(`${CONFIG_KEY}.schedule`);
  return {
    schedule: schedule ? readSchedule(schedule) : DEFAULT_SCHEDULE,
    locationTemplate:
      config.getOptionalString('search.collators.catalog.locationTemplate') ??
      DEFAULT_LOCATION,
  };
}

function readSchedule(config: Config): SchedulerServiceTaskScheduleDefinition {
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(config);
  } catch (error) {
    throw new InputError(
      `${CONFIG_KEY}.schedule cannot be read; write it like { frequency: { minutes: 5 }, timeout: { minutes: 2 } }. ${stringifyError(
        error,
      )}`,
    );
  }
}
