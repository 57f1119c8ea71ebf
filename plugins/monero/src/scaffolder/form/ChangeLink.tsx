import { Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import type {
  GitManifest,
  ObjectRef,
} from '@monero-portal/plugin-monero-common';
import { kindWordsOf } from '../../lib/kindWords';
import { externalRoutes } from '../../routes';
import { changeFormOf } from './changeForm';

/** The way to the form that changes an object, filled in from Git; nothing where it cannot be changed by form. */
export function ChangeLink(props: {
  objectRef: ObjectRef;
  manifest: GitManifest;
}) {
  const { objectRef, manifest } = props;
  const linkTo = useRouteRef(externalRoutes.newFromTemplate);
  const query = queryOf(objectRef, manifest);
  if (!linkTo || !query) {
    return null;
  }
  const templateName = kindWordsOf(objectRef.kind).changeTemplate;
  return (
    // A page of its own: a form that is open would keep what is in it, and not
    // take what the address says.
    <Link
      href={`${linkTo({ namespace: 'default', templateName })}?${query}`}
      target="_top"
    >
      Change {objectRef.name} instead
    </Link>
  );
}

function queryOf(ref: ObjectRef, manifest: GitManifest): string | undefined {
  try {
    const formData = JSON.stringify(changeFormOf(ref, manifest));
    return new URLSearchParams({ formData }).toString();
  } catch {
    return undefined;
  }
}
