export type {
  ContainerStatus,
  Pod,
  StatefulSet,
  VolumeClaim,
} from '../machinery/kubeTypes';
