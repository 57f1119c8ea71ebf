import { Link, Text } from '@backstage/ui';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';

/** A name that leads to the entity of the catalog once there is one. */
export function EntityName(props: {
  name: string;
  entity?: CompoundEntityRef;
  /** Path of the tab to open. */
  tab: string;
}) {
  const linkTo = useRouteRef(entityRouteRef);
  const { name, entity, tab } = props;
  return entity && linkTo ? (
    <Link weight="bold" href={`${linkTo(lowerCased(entity))}/${tab}`}>
      {name}
    </Link>
  ) : (
    <Text weight="bold">{name}</Text>
  );
}

/** The catalog writes kinds in lower case in its paths. */
function lowerCased(entity: CompoundEntityRef): CompoundEntityRef {
  return { ...entity, kind: entity.kind.toLocaleLowerCase('en-US') };
}
