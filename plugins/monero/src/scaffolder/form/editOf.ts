import type { EditField, ObjectEdit } from '@monero-portal/monero-api';
import type { FormState } from './formState';

/** What a field of the form means for the object when it is emptied. */
const EMPTIED: ObjectEdit = {
  hardAntiAffinity: false,
  diskSize: '',
  image: '',
  args: [],
  wallet: '',
  hugePages: false,
  tor: false,
  i2p: false,
};

/**
 * What a form that changes an object would change.
 *
 * @param fields - names of the form's fields: what it does not ask for stays
 */
export function editOf(
  state: FormState,
  fields: readonly string[],
): ObjectEdit {
  const wanted: ObjectEdit = {
    replicas: state.replicas,
    hardAntiAffinity: state.hardAntiAffinity,
    diskSize: state.diskSize,
    image: state.image,
    args: state.args,
    wallet: state.wallet,
    hugePages: state.hugePages,
    tor: state.tor,
    i2p: state.i2p,
  };
  const asked = Object.keys(wanted).filter(field => fields.includes(field));
  return Object.fromEntries(
    (asked as EditField[]).map(field => [
      field,
      wanted[field] ?? EMPTIED[field],
    ]),
  );
}
