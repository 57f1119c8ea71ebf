import { Collector } from '../collectors/collector';
import { Metrics, Sample } from '../metrics';
import { readReport } from './readReport';
import { I2pdState, i2pdStateOf, TorState, torStateOf } from './states';

/** What an onion address may lead to: monerod's peers, or wallets. */
export const ONION_SERVICES = ['p2p', 'rpc'] as const;

export type OnionService = (typeof ONION_SERVICES)[number];

/** Where tor and i2pd say how they are; absent: the node is not on that network. */
export interface AnonymityReports {
  tor?: { file: string; services: readonly OnionService[] };
  i2pd?: { file: string };
}

/**
 * How tor and i2pd beside a daemon are, from the files that their containers
 * write: the exporter has no access to either.
 *
 * @param nowMs - milliseconds since the epoch
 */
export function anonymityCollector(
  { tor, i2pd }: AnonymityReports,
  nowMs: () => number = () => Date.now(),
): Collector {
  return {
    name: 'anonymity',
    async collect(_, metrics) {
      const now = nowMs();
      const [ofTor, ofI2pd] = await Promise.all([
        tor && readReport(tor.file, now),
        i2pd && readReport(i2pd.file, now),
      ]);
      const published: Sample[] = [];
      if (tor) {
        const state = torStateOf(ofTor, now);
        setTor(state, metrics);
        for (const service of tor.services) {
          published.push(sampleOf('tor', service, state.published));
        }
      }
      if (i2pd) {
        const state = i2pdStateOf(ofI2pd);
        setI2pd(state, metrics);
        published.push(sampleOf('i2p', 'p2p', state.published));
      }
      metrics.gauges(
        'monero_anonymity_service_published',
        "Whether others find the node's address on Tor or I2P: p2p is for peers, rpc for wallets.",
        published,
      );
    },
  };
}

function sampleOf(
  network: string,
  service: OnionService,
  published: boolean,
): Sample {
  return { labels: { network, service }, value: Number(published) };
}

function setTor(state: TorState, metrics: Metrics): void {
  metrics.gauge('monero_tor_up', 'Whether tor answers.', state.up);
  metrics.gauge(
    'monero_tor_bootstrapped_ratio',
    "Share of tor's start that is done.",
    state.bootstrapped,
  );
  metrics.gauge(
    'monero_tor_circuit_established',
    'Whether tor has been able to make circuits.',
    state.circuitEstablished,
  );
  metrics.gauge(
    'monero_tor_introduction_circuits',
    'Circuits on which others may ask for the onion service.',
    state.introductionCircuits,
  );
  metrics.gauge(
    'monero_tor_descriptor_uploaded_timestamp_seconds',
    "When a directory last took the onion service's descriptor; absent while none has since tor started.",
    state.uploadedAtSeconds,
  );
}

function setI2pd(state: I2pdState, metrics: Metrics): void {
  metrics.gauge('monero_i2pd_up', 'Whether i2pd answers.', state.up);
  metrics.gauge(
    'monero_i2pd_known_routers',
    'Routers that i2pd knows.',
    state.knownRouters,
  );
  metrics.gauge(
    'monero_i2pd_tunnel_creation_success_ratio',
    'Share of tunnels whose building succeeded lately.',
    state.tunnelCreationSuccess,
  );
  const { tunnelsIn, tunnelsOut } = state;
  if (tunnelsIn === undefined || tunnelsOut === undefined) return;
  metrics.gauges(
    'monero_i2pd_service_tunnels',
    "Tunnels of the node's address that work.",
    [
      { labels: { type: 'in' }, value: tunnelsIn },
      { labels: { type: 'out' }, value: tunnelsOut },
    ],
  );
}
