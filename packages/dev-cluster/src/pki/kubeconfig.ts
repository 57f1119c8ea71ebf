import { stringify } from 'yaml';
import type { KeyPair } from './certificates';

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** Renders a kubeconfig file with everything in it, so that it can be moved. */
export function renderKubeconfig(options: {
  clusterName: string;
  server: string;
  caPem: string;
  userName: string;
  credentials: KeyPair;
}): string {
  const { clusterName, server, caPem, userName, credentials } = options;
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: clusterName,
        cluster: { server, 'certificate-authority-data': base64(caPem) },
      },
    ],
    users: [
      {
        name: userName,
        user: {
          'client-certificate-data': base64(credentials.cert),
          'client-key-data': base64(credentials.key),
        },
      },
    ],
    contexts: [
      {
        name: clusterName,
        context: { cluster: clusterName, user: userName },
      },
    ],
    'current-context': clusterName,
  });
}
