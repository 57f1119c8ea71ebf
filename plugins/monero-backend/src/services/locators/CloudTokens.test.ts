import { mockServices } from '@backstage/backend-test-utils';
import { AwsIamStrategy } from '@backstage/plugin-kubernetes-backend';
import type { CloudAuth, ClusterConfig } from '../../config/clusterConfig';
import { CloudTokens, type OpenStrategy } from './CloudTokens';

const CLUSTER: ClusterConfig = {
  name: 'prod',
  target: { server: 'https://prod.example.com' },
};
const AWS: CloudAuth = {
  provider: 'aws',
  metadata: { 'kubernetes.io/x-k8s-aws-id': 'prod-eu' },
};

function setup() {
  let now = 0;
  const getCredential = jest.fn();
  const open = jest.fn<ReturnType<OpenStrategy>, Parameters<OpenStrategy>>(
    async () => ({ getCredential }),
  );
  const tokens = new CloudTokens(open, () => now);
  return {
    ...{ tokens, open, getCredential },
    pass: (ms: number) => {
      now += ms;
    },
  };
}

const bearer = (token: string) => ({ type: 'bearer token', token });

describe('CloudTokens', () => {
  it('asks once for all who ask at the same time, and again after a minute', async () => {
    const { tokens, open, getCredential, pass } = setup();
    getCredential.mockResolvedValueOnce(bearer('one'));
    getCredential.mockResolvedValueOnce(bearer('two'));
    const token = tokens.of(CLUSTER, AWS);
    await expect(Promise.all([token(), token()])).resolves.toEqual([
      'one',
      'one',
    ]);
    pass(59_000);
    await expect(token()).resolves.toBe('one');
    pass(1_000);
    await expect(token()).resolves.toBe('two');
    expect(open).toHaveBeenCalledTimes(1);
    expect(getCredential).toHaveBeenCalledWith(
      expect.objectContaining({
        name: 'prod',
        authMetadata: expect.objectContaining({
          'kubernetes.io/x-k8s-aws-id': 'prod-eu',
        }),
      }),
      {},
    );
  });

  it('asks again at once when the cloud refused', async () => {
    const { tokens, getCredential } = setup();
    getCredential.mockRejectedValueOnce(new Error('no role'));
    getCredential.mockResolvedValueOnce(bearer('one'));
    const token = tokens.of(CLUSTER, AWS);
    await expect(token()).rejects.toThrow('no role');
    await expect(token()).resolves.toBe('one');
  });

  it('refuses what is no token', async () => {
    const { tokens, getCredential } = setup();
    getCredential.mockResolvedValue({ type: 'anonymous' });
    await expect(tokens.of(CLUSTER, AWS)()).rejects.toThrow(
      'aws gives no token for cluster "prod", but anonymous',
    );
  });

  it('makes the token that EKS asks for', async () => {
    const env = { ...process.env };
    process.env.AWS_ACCESS_KEY_ID = 'AKIDEXAMPLE';
    process.env.AWS_SECRET_ACCESS_KEY = 'secret';
    try {
      const config = mockServices.rootConfig({ data: {} });
      const tokens = new CloudTokens(
        async () => new AwsIamStrategy({ config }),
      );
      const token = await tokens.of(CLUSTER, AWS)();
      expect(token).toMatch(/^k8s-aws-v1\./);
      const url = Buffer.from(token.slice(11), 'base64url').toString();
      expect(url).toContain('Action=GetCallerIdentity');
      expect(url).toContain('AKIDEXAMPLE');
    } finally {
      process.env = env;
    }
  });
});
