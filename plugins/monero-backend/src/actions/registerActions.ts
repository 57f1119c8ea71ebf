import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { Granter } from '../permissions';
import type { ProposingDeps } from '../router/proposing';
import type { FleetSnapshot } from '../services/fleet';
import type { HealthService } from '../services/health';
import { addDiagnoseAction } from './diagnose';
import { addListAction } from './listNodeSets';
import { addProposeAction } from './proposeChange';
import { addShowManifestAction } from './showManifest';

/** What the actions work with. */
export interface ActionDeps extends ProposingDeps {
  registry: ActionsRegistryService;
  granter: Granter;
  health: HealthService;
  fleet: Pick<FleetSnapshot, 'read'>;
  /** Address of the portal, for links. */
  portalUrl: string;
}

/**
 * What agents may do by way of the actions registry (MCP, for one): look, and
 * propose. None of it writes to a cluster, and each asks for the permission
 * that its route asks for.
 */
export function registerActions(deps: ActionDeps): void {
  addListAction(deps);
  addDiagnoseAction(deps);
  addShowManifestAction(deps);
  addProposeAction(deps);
}
