import { StatefulSet } from './kubeTypes';

/** Image of a container as a StatefulSet has it. */
export function imageIn(
  statefulSet: StatefulSet | undefined,
  container: string,
): string | undefined {
  return statefulSet?.spec?.template?.spec?.containers?.find(
    ({ name }) => name === container,
  )?.image;
}
