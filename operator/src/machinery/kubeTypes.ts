import { KubeObject } from '@monero-portal/kube-client';

/** The parts of a StatefulSet that are read. */
export interface StatefulSet extends KubeObject {
  spec?: {
    replicas?: number;
    template?: {
      metadata?: { annotations?: Record<string, string> };
      spec?: {
        initContainers?: Array<{ name: string; image?: string }>;
        containers?: Array<{ name: string; image?: string }>;
      };
    };
    volumeClaimTemplates?: VolumeClaim[];
  };
  status?: {
    observedGeneration?: number;
    /** Pods that there are. */
    replicas?: number;
    updateRevision?: string;
  };
}

/** The parts of a Deployment that are read. */
export interface Deployment extends KubeObject {
  spec?: {
    template?: { spec?: { containers?: Array<{ readinessProbe?: unknown }> } };
  };
  status?: { readyReplicas?: number };
}

/** The parts of a PersistentVolumeClaim that are read. */
export interface VolumeClaim extends KubeObject {
  spec?: {
    storageClassName?: string;
    resources?: { requests?: Record<string, string> };
  };
  status?: { phase?: string };
}

/** State of one container. */
export interface ContainerStatus {
  name: string;
  ready?: boolean;
  started?: boolean;
  restartCount?: number;
  state?: {
    waiting?: { reason?: string; message?: string };
    running?: { startedAt?: string };
    terminated?: { reason?: string; exitCode?: number; message?: string };
  };
  lastState?: {
    terminated?: { reason?: string; exitCode?: number; message?: string };
  };
}

/** The parts of a Pod that are read. */
export interface Pod extends KubeObject {
  spec?: {
    nodeName?: string;
    containers?: Array<{ name: string; args?: string[] }>;
  };
  status?: {
    phase?: string;
    reason?: string;
    conditions?: Array<{
      type: string;
      status: string;
      reason?: string;
      message?: string;
    }>;
    /** Sidecars among them. */
    initContainerStatuses?: ContainerStatus[];
    containerStatuses?: ContainerStatus[];
  };
}
