import { SYSTEM_PATH } from './checkHost';

/** Environment of the cluster's programs: nothing of the user's but PATH. */
export function programEnv(
  extra: Record<string, string> = {},
): NodeJS.ProcessEnv {
  return { PATH: `${process.env.PATH}:${SYSTEM_PATH}`, ...extra };
}
