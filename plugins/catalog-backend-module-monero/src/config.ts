import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError, stringifyError } from '@backstage/errors';

/** Where the module's own settings are in the app's configuration. */
export const CONFIG_KEY = 'catalog.providers.monero';

/** Owner of node sets that name none, unless the configuration says otherwise. */
export const DEFAULT_OWNER = 'group:default/guests';

/**
 * The answer comes from monero-backend's memory, so asking often costs the
 * clusters nothing. Every instance asks for itself: what an instance believes
 * to be in the catalog is then what it saw itself.
 */
const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { seconds: 10 },
  timeout: { seconds: 30 },
  scope: 'local',
};

/** What the entity provider is told by the app's configuration. */
export interface ProviderSettings {
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Entity reference of who owns an object that names no owner. */
  defaultOwner: string;
  /** Labels of the custom resource that name owner and system, if any. */
  ownerLabel?: string;
  systemLabel?: string;
  /** Entity references by namespace, for what names none itself. */
  namespaces: Readonly<Record<string, { owner?: string; system?: string }>>;
  /** Whether each cluster becomes an entity that the others depend on. */
  clusterEntities: boolean;
  /** Entity reference of the system that the node sets belong to. */
  system?: string;
  /** Address of the portal in the browser, without a slash at the end. */
  appBaseUrl: string;
}

/**
 * Reads `catalog.providers.monero`; all of it is optional.
 *
 * @throws InputError naming the key and the value that is not an entity reference
 */
export function readProviderSettings(config: Config): ProviderSettings {
  const own = config.getOptionalConfig(CONFIG_KEY);
  const schedule = own?.getOptionalConfig('schedule');
  const system = own?.getOptionalString('system');
  return {
    schedule: schedule ? readSchedule(schedule) : DEFAULT_SCHEDULE,
    defaultOwner: fullRef(
      'defaultOwner',
      own?.getOptionalString('defaultOwner') ?? DEFAULT_OWNER,
      'group',
    ),
    ...(system && { system: fullRef('system', system, 'system') }),
    ownerLabel: own?.getOptionalString('ownerLabel'),
    systemLabel: own?.getOptionalString('systemLabel'),
    namespaces: readNamespaces(own?.getOptionalConfig('namespaces')),
    clusterEntities: own?.getOptionalBoolean('clusterEntities') ?? true,
    appBaseUrl: config.getString('app.baseUrl').replace(/\/+$/, ''),
  };
}

function readSchedule(config: Config): SchedulerServiceTaskScheduleDefinition {
  const schedule = readSchedulerServiceTaskScheduleDefinitionFromConfig(config);
  return { ...schedule, scope: schedule.scope ?? DEFAULT_SCHEDULE.scope };
}

function readNamespaces(
  config: Config | undefined,
): ProviderSettings['namespaces'] {
  return Object.fromEntries(
    (config?.keys() ?? []).map(namespace => {
      const at = config?.getConfig(namespace);
      const owner = at?.getOptionalString('owner');
      const system = at?.getOptionalString('system');
      const key = (field: string) => `namespaces.${namespace}.${field}`;
      return [
        namespace,
        {
          ...(owner && { owner: fullRef(key('owner'), owner, 'group') }),
          ...(system && { system: fullRef(key('system'), system, 'system') }),
        },
      ];
    }),
  );
}

function fullRef(key: string, value: string, defaultKind: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(value, { defaultKind }));
  } catch (error) {
    throw new InputError(
      `${CONFIG_KEY}.${key} is "${value}", which is no entity reference; ` +
        `write it like ${defaultKind}:default/name. ${stringifyError(error)}`,
    );
  }
}
