import { KubeError } from '../KubeError';

/**
 * The bearer token of a kubeconfig user that names a program (`exec`) or an
 * `auth-provider`. Loaded only here: the library is large, and users with a
 * token or certificate of their own never need it.
 */
export function credentialOf(
  path: string,
  context?: string,
): () => Promise<string> {
  return async () => {
    // Not import(): jest and CommonJS bundles cannot have that of an ES module.
    const { KubeConfig } =
      require('@kubernetes/client-node') as typeof import('@kubernetes/client-node');
    const config = new KubeConfig();
    config.loadFromFile(path);
    if (context) config.setCurrentContext(context);
    const options: { headers: Record<string, string> } = { headers: {} };
    await config.applyToHTTPSOptions(options);
    const bearer = /^Bearer (.+)$/.exec(options.headers.Authorization ?? '');
    if (!bearer) {
      throw new KubeError({
        code: 'Config',
        message: `${path}: the credential program gave no token; only tokens are supported`,
      });
    }
    return bearer[1];
  };
}
