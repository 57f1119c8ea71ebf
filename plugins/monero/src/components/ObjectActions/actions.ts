import type { Kind } from '@monero-portal/monero-api';
import { KIND_WORDS } from '../../lib/kindWords';

/** A way to a form that changes an object. */
export interface ObjectAction {
  label: string;
  /** Name of the template. */
  template: string;
}

const SCALE: ObjectAction = { label: 'Scale', template: 'monero-scale' };
const UPGRADE: ObjectAction = { label: 'Upgrade', template: 'monero-upgrade' };
const ANONYMITY: ObjectAction = {
  label: 'Tor and I2P',
  template: 'monero-anonymity',
};
const RETIRE: ObjectAction = { label: 'Retire', template: 'monero-retire' };

/** What can be done to an object of a kind, by form; what is done often first. */
export function actionsOf(kind: Kind): ObjectAction[] {
  const change = {
    label: 'Change',
    template: KIND_WORDS[kind].changeTemplate,
  };
  return kind === 'MoneroMiningNodeSet'
    ? [SCALE, UPGRADE, change, RETIRE]
    : [SCALE, UPGRADE, ANONYMITY, change, RETIRE];
}
