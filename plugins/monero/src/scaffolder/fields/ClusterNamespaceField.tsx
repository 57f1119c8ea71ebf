import { useEffect } from 'react';
import { Alert, Button, Select, Skeleton } from '@backstage/ui';
import {
  makeFieldSchema,
  type CustomFieldValidator,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import type { ClusterInfo } from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from '../../api';
import { useClusters } from '../../hooks';
import { isDenied, sentenceOf } from '../../lib/errors';
import { FieldBox, fieldView } from '../form';
import { FieldProblem } from './FieldProblem';
import styles from './fields.module.css';

/** Where a node set runs. */
export interface Target {
  cluster?: string;
  namespace?: string;
}

const CLUSTER_WORDS: Record<ClusterInfo['state'], string> = {
  connected: 'connected',
  connecting: 'connecting',
  unreachable: 'not reachable now',
};

function clusterNote(cluster: ClusterInfo): string {
  const { kubeNodes, state } = cluster;
  const machines = kubeNodes === 1 ? '1 machine' : `${kubeNodes} machines`;
  return kubeNodes === undefined
    ? CLUSTER_WORDS[state]
    : `${machines}, ${CLUSTER_WORDS[state]}`;
}

/** What is wrong with a place, in words; undefined when proposals may name it. */
export function targetProblem(
  target: Target,
  clusters: readonly ClusterInfo[],
): string | undefined {
  const { cluster: name, namespace } = target;
  if (!name) {
    return undefined;
  }
  const cluster = clusters.find(item => item.name === name);
  if (!cluster) {
    const known = clusters.map(item => item.name).join(', ') || 'none';
    return `The portal knows no cluster ${name}. It knows: ${known}.`;
  }
  if (cluster.namespaces.length === 0) {
    return `No GitOps repository is configured for cluster ${name}, so nothing can be proposed there. Choose another, or add it under monero.gitops.targets.`;
  }
  if (namespace && !cluster.namespaces.includes(namespace)) {
    return `Namespace ${namespace} of cluster ${name} takes no proposals. These do: ${cluster.namespaces.join(
      ', ',
    )}.`;
  }
  return undefined;
}

/** Picks a cluster and one of the namespaces in it that proposals may name. */
export function ClusterNamespaceField(
  props: FieldExtensionComponentProps<Target>,
) {
  const view = fieldView(props, 'Cluster and namespace');
  const live = useClusters();
  const clusters = live.value?.items;
  const value = view.value ?? {};
  useOnlyChoice(value, clusters, view.onChange);

  if (!clusters) {
    return (
      <FieldBox name={props.name} note={view.description}>
        {live.error ? (
          <Alert
            status="danger"
            icon
            role="alert"
            title={
              live.denied
                ? 'You may not see the clusters'
                : 'Cannot load the clusters'
            }
            description={sentenceOf(live.error)}
            customActions={
              <Button size="small" variant="secondary" onPress={live.refresh}>
                Try again
              </Button>
            }
          />
        ) : (
          <Skeleton width="100%" height={56} aria-label="Loading clusters" />
        )}
      </FieldBox>
    );
  }

  const problem = targetProblem(value, clusters);
  const chosen = clusters.find(item => item.name === value.cluster);
  // What is missing is told of the parts, what is wrong of the whole.
  const missing = Object.keys(props.errorSchema ?? {}).length > 0;
  const needsNamespace = missing && !value.namespace && !problem;
  return (
    <FieldBox name={props.name} note={view.description}>
      <div className={styles.pair}>
        <Select
          label="Cluster"
          isRequired={view.isRequired}
          isDisabled={view.isDisabled}
          placeholder="Choose a cluster"
          options={clusters.map(cluster => ({
            id: cluster.name,
            label: cluster.title ?? cluster.name,
            description: clusterNote(cluster),
          }))}
          value={value.cluster ?? null}
          onChange={key => view.onChange(withCluster(String(key), clusters))}
          validationBehavior="aria"
          {...(missing && !value.cluster
            ? { isInvalid: true }
            : { validate: () => problem ?? null })}
        />
        <Select
          label="Namespace"
          isRequired={view.isRequired}
          isDisabled={view.isDisabled || !chosen?.namespaces.length}
          placeholder={chosen ? 'Choose a namespace' : 'Choose a cluster first'}
          options={(chosen?.namespaces ?? []).map(namespace => ({
            id: namespace,
            label: namespace,
          }))}
          value={value.namespace ?? null}
          onChange={key => view.onChange({ ...value, namespace: String(key) })}
          isInvalid={needsNamespace}
        />
      </div>
      {needsNamespace && (
        <FieldProblem>
          {value.cluster
            ? 'A namespace is needed.'
            : 'A cluster and a namespace are needed.'}
        </FieldProblem>
      )}
    </FieldBox>
  );
}

/** A cluster, and its namespace when there is no choice. */
function withCluster(name: string, clusters: readonly ClusterInfo[]): Target {
  const namespaces = clusters.find(item => item.name === name)?.namespaces;
  return namespaces?.length === 1
    ? { cluster: name, namespace: namespaces[0] }
    : { cluster: name };
}

/** Fills in the cluster when the portal has one only. */
function useOnlyChoice(
  value: Target,
  clusters: readonly ClusterInfo[] | undefined,
  onChange: (value: Target) => void,
) {
  const only = clusters?.length === 1 ? clusters[0].name : undefined;
  const isEmpty = !value.cluster;
  useEffect(() => {
    if (only && isEmpty && clusters) {
      onChange(withCluster(only, clusters));
    }
    // Once, when the clusters arrive: the user may change it afterwards.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [only]);
}

/** Refuses a place that proposals may not name. */
export const validateClusterNamespace: CustomFieldValidator<Target> = async (
  target,
  field,
  { apiHolder },
) => {
  if (!target?.cluster || !target.namespace) {
    field.addError('needs a cluster and a namespace.');
    return;
  }
  const api = apiHolder.get(moneroApiRef);
  if (!api) {
    throw new Error('The Monero plugin is not installed in this app.');
  }
  try {
    const { items } = await api.getClusters();
    const problem = targetProblem(target, items);
    if (problem) {
      field.addError(problem);
    }
  } catch (error) {
    field.addError(
      isDenied(error)
        ? 'You may not see the clusters.'
        : `The clusters cannot be checked: ${sentenceOf(error)}`,
    );
  }
};

export const clusterNamespaceSchema = makeFieldSchema({
  output: z =>
    z.object({
      cluster: z.string().optional(),
      namespace: z.string().optional(),
    }),
});
