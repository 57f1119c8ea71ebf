import { connect, kubectl, until } from '../support';
import {
  PrivateNetwork,
  startPrivateI2p,
  startPrivateTor,
} from '@monero-portal/dev-cluster';

const NAMESPACE = `private-networks-${process.pid}`;
const client = connect();

/** What a tor that joins by `torrc` says of its start, seen from a pod of its own. */
describe('private networks for tests', () => {
  beforeAll(() => kubectl('create', 'namespace', NAMESPACE));
  afterAll(async () => {
    await kubectl('delete', 'namespace', NAMESPACE, '--wait=false');
    await client.close();
  });

  async function log(network: string, file: string): Promise<string> {
    return kubectl('exec', '-n', NAMESPACE, network, '--', 'cat', file);
  }

  it('Tor: clients find a consensus of three authorities and three relays', async () => {
    const network: PrivateNetwork = await startPrivateTor(
      { client, kubectl },
      NAMESPACE,
    );
    const torrc = network.files.torrc.toString();
    expect(torrc.match(/^DirAuthority .*$/gm)).toHaveLength(3);
    expect(torrc).toContain(`${network.address}:5010`);
    const consensus = await until(
      'all relays are in the consensus',
      () => log('private-tor', '/data/client/cached-microdesc-consensus'),
      text => (text.match(/^r /gm) ?? []).length === 6,
    );
    expect(consensus.match(/^r relay\d /gm)).toHaveLength(3);
  });

  it('I2P: every router knows the five others', async () => {
    const network = await startPrivateI2p({ client, kubectl }, NAMESPACE);
    expect(network.files['i2pd.conf'].toString()).toContain('netid = 77');
    expect(network.files['seed.zip'].subarray(0, 4).toString('latin1')).toBe(
      'PK\x03\x04',
    );
    const { text } = await until(
      'the client router has found floodfills',
      () => client.podProxy(NAMESPACE, 'private-i2p', 7070, '/'),
      answer => /Floodfills:<\/b> 3/.test(answer.text),
    );
    expect(text).toMatch(/Routers:<\/b> [67]/);
  });
});
