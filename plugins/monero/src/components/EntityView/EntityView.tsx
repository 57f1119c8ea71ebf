import type { ReactNode } from 'react';
import {
  MissingAnnotationEmptyState,
  useEntity,
} from '@backstage/plugin-catalog-react';
import {
  ANNOTATION_CLUSTER,
  ANNOTATION_NAME,
  ANNOTATION_NAMESPACE,
  moneroNodeSetReadPermission,
  nodeSetRefOf,
  type NodeSetRef,
} from '@monero-portal/plugin-monero-common';
import type { Live } from '../../hooks';
import { LiveView } from '../LiveView';

/** What to show of the object that an entity stands for. */
export interface EntityViewProps<T> {
  /** What people call it: "node set". */
  what: string;
  /** A hook that keeps it current. */
  use: (ref: NodeSetRef) => Live<T>;
  children: (value: T) => ReactNode;
}

/** The object that the page's entity stands for, or why it cannot be shown. */
export function EntityView<T>(props: EntityViewProps<T>) {
  const { entity } = useEntity();
  const ref = nodeSetRefOf(entity);
  return ref ? (
    <KnownObject {...props} objectRef={ref} />
  ) : (
    <MissingAnnotationEmptyState
      annotation={[ANNOTATION_CLUSTER, ANNOTATION_NAMESPACE, ANNOTATION_NAME]}
    />
  );
}

function KnownObject<T>(props: EntityViewProps<T> & { objectRef: NodeSetRef }) {
  const { what, use: useObject, objectRef, children } = props;
  const { name, cluster, namespace } = objectRef;
  return (
    <LiveView
      live={useObject(objectRef)}
      what={`${what} ${name}`}
      permission={moneroNodeSetReadPermission.name}
      notFound={`Cluster ${cluster} has no ${what} ${name} in namespace ${namespace}. It was removed, or has not been applied yet: its proposals tell.`}
    >
      {children}
    </LiveView>
  );
}
