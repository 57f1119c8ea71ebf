import { useNodeSet } from '../../hooks';
import { EntityView } from '../EntityView';
import { NodeSetView } from './NodeSetView';

/** The tab "Nodes" of a node set's entity page. */
export function NodeSetContent() {
  return (
    <EntityView what="node set" use={useNodeSet}>
      {nodeSet => <NodeSetView nodeSet={nodeSet} />}
    </EntityView>
  );
}
