import { Alert } from '@backstage/ui';
import { useNow } from '../../hooks';
import { formatDuration } from '../../lib/format';

/** Says that the cluster is away, and how old what is shown is. */
export function StaleAlert(props: { cluster: string; asOf: string }) {
  const { cluster, asOf } = props;
  const age = formatDuration(useNow() - Date.parse(asOf));
  return (
    <Alert
      status="warning"
      icon
      role="alert"
      title={`Cluster ${cluster} has not answered for ${age}`}
      description="What you see is the last known state. The nodes themselves may well be running."
    />
  );
}
