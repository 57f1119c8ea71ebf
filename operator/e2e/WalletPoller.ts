import { KubeClient, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { kubectl, until } from './support';

const IMAGE = 'docker.io/monero-portal/monero-portal:dev';
const POD = 'wallet';

/**
 * Asks for get_info ten times a second, in two ways: with a new connection each
 * time, and with one that is kept, as wallets do. One line an answer.
 */
const SCRIPT = `
const http = require('node:http');
const ask = agent => new Promise(resolve => {
  const request = http.request(
    { host: process.argv[1], port: 18089, path: '/get_info', agent, timeout: 5000 },
    response => {
      let body = '';
      response.on('data', data => (body += data));
      response.on('error', error => resolve({ error: error.code || error.message }));
      response.on('end', () => {
        try {
          const { height, target_height: target, synchronized, busy_syncing: busy } = JSON.parse(body);
          resolve({ height, target, synchronized, busy });
        } catch { resolve({ error: 'no JSON: ' + body.slice(0, 80) }); }
      });
    },
  );
  request.on('timeout', () => request.destroy(new Error('timeout')));
  request.on('error', error => resolve({ error: error.code || error.message }));
  request.end();
});
const poll = async (connection, agent) => {
  for (;;) {
    const answer = await ask(agent);
    console.log(JSON.stringify({ at: Date.now(), connection, ...answer }));
    await new Promise(resolve => setTimeout(resolve, 100));
  }
};
poll('new', new http.Agent({ keepAlive: false }));
poll('kept', new http.Agent({ keepAlive: true, maxSockets: 1 }));
`;

/** What a wallet got. */
export interface Answer {
  /** When, in milliseconds since the epoch. */
  at: number;
  connection: 'new' | 'kept';
  /** Absent when it failed. */
  height?: number;
  target?: number;
  synchronized?: boolean;
  busy?: boolean;
  /** Code of the failure. */
  error?: string;
}

/** A pod that uses a node set as wallets do. */
export class WalletPoller {
  constructor(
    private readonly client: KubeClient,
    private readonly namespace: string,
  ) {}

  /** Resolves when it got its first answers from the Service of the set. */
  async start(set: string): Promise<void> {
    await this.client.create(RESOURCES.pods, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: POD, namespace: this.namespace },
      spec: {
        terminationGracePeriodSeconds: 0,
        automountServiceAccountToken: false,
        securityContext: {
          runAsNonRoot: true,
          runAsUser: 65532,
          seccompProfile: { type: 'RuntimeDefault' },
        },
        containers: [
          {
            name: POD,
            image: IMAGE,
            imagePullPolicy: 'IfNotPresent',
            command: ['node', '-e', SCRIPT, `${set}-rpc`],
            securityContext: {
              allowPrivilegeEscalation: false,
              capabilities: { drop: ['ALL'] },
            },
          },
        ],
      },
    } as KubeObject);
    await until(
      'the wallet got answers',
      () => this.answers(),
      answers => answers.some(({ height }) => height !== undefined),
    );
  }

  /** Everything it got so far, in order. */
  async answers(): Promise<Answer[]> {
    const log = await kubectl('logs', '-n', this.namespace, POD);
    return log
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as Answer);
  }
}
