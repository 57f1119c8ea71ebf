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
import { useNodeSet } from '../../hooks';
import { LiveView } from '../LiveView';
import { NodeSetView } from './NodeSetView';

/** The tab "Nodes" of a node set's entity page. */
export function NodeSetContent() {
  const { entity } = useEntity();
  const ref = nodeSetRefOf(entity);
  return (
    <>
      {ref ? (
        <KnownNodeSet nodeSetRef={ref} />
      ) : (
        <MissingAnnotationEmptyState
          annotation={[
            ANNOTATION_CLUSTER,
            ANNOTATION_NAMESPACE,
            ANNOTATION_NAME,
          ]}
        />
      )}
    </>
  );
}

function KnownNodeSet(props: { nodeSetRef: NodeSetRef }) {
  const { name, cluster, namespace } = props.nodeSetRef;
  return (
    <LiveView
      live={useNodeSet(props.nodeSetRef)}
      what={`node set ${name}`}
      permission={moneroNodeSetReadPermission.name}
      notFound={`Cluster ${cluster} has no node set ${name} in namespace ${namespace}. It was removed, or has not been applied yet: its proposals tell.`}
    >
      {nodeSet => <NodeSetView nodeSet={nodeSet} />}
    </LiveView>
  );
}
