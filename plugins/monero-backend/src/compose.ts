import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScmIntegrations } from '@backstage/integration';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { composeClusters, type ClusterParts } from './composeClusters';
import { readGitOpsTargets } from './config/readGitOpsTargets';
import { readNotifications } from './config/readNotifications';
import type { ClusterService } from './services/clusters';
import { FleetSnapshot, FleetWatcher } from './services/fleet';
import { DefaultHealthService } from './services/health';
import {
  HistoryService,
  LagService,
  type HistoryStore,
} from './services/history';
import type { ProposalLimit } from './services/limit';
import {
  FindingNotices,
  Messenger,
  ProposalNotices,
  type NoticeStore,
} from './services/notices';
import {
  DefaultProposalService,
  ProposalFollower,
  openTarget,
  Targets,
  WebhookService,
  type ProposalStore,
} from './services/proposals';
import { ChangePublisher } from './services/signals';

/** What the plugin's services are made of. */
export interface Parts extends ClusterParts {
  signals: Pick<SignalsService, 'publish'>;
  notifications: NotificationService;
  store: ProposalStore;
  historyStore: HistoryStore;
  noticeStore: NoticeStore;
  limit: ProposalLimit;
}

/** Builds the services and connects what one notices with what others do about it. */
export function compose(parts: Parts) {
  const { config, logger, signals, store, historyStore, limit } = parts;
  const { signal } = parts;
  const hosts = {
    integrations: ScmIntegrations.fromConfig(config),
    mirrorsDir: join(
      config.getOptionalString('backend.workingDirectory') ?? tmpdir(),
      'monero-gitops-mirrors',
    ),
  };
  const targets = new Targets(
    readGitOpsTargets(config).map(target => openTarget(target, hosts)),
  );
  /** The watcher is made of what is measured. */
  let heard: Pick<FleetWatcher, 'sampled' | 'changed'> = {
    sampled: () => {},
    changed: () => {},
  };
  const { clusters, ...watched } = composeClusters(parts, {
    onSample: (cluster, pod) => heard.sampled(cluster, pod),
    onSource: cluster => heard.changed({ cluster }),
  });
  /** History is made of the health that it foretells a part of. */
  let diskFullAt: HistoryService['diskFullAt'] = () => undefined;
  const health = new DefaultHealthService({
    clusters,
    ...watched,
    namespacesOf: cluster => targets.namespacesOf(cluster),
    diskFullAt: (cluster, pod) => diskFullAt(cluster, pod),
  });
  const history = new HistoryService({ store: historyStore, health, logger });
  diskFullAt = (cluster, pod) => history.diskFullAt(cluster, pod);
  const lags = new LagService({ store: historyStore });
  const publisher = new ChangePublisher({ signals, logger, signal });
  const fleet = new FleetSnapshot();
  const notices = composeNotices(parts, clusters);
  const watcher = new FleetWatcher({
    ...{ clusters, health, fleet, publisher },
    onLook: (key, current) => notices?.findings.seen(key, current),
  });
  heard = watcher;
  const onChange = (id: number) => {
    publisher.proposal(id);
    notices?.proposals.changed(id);
  };
  const proposals = new DefaultProposalService({
    store,
    targets,
    clusters,
    health,
    limit,
    onChange,
    portalUrl: config.getOptionalString('app.baseUrl') ?? '',
  });
  const follower = new ProposalFollower({
    store,
    targets,
    clusters,
    onChange,
    logger,
  });

  function start(): void {
    clusters.subscribe(change => {
      watcher.changed(change);
      follower.nudge();
    });
    watched.start();
    watcher.start(signal);
    follower.start(signal);
    notices?.proposals.start(signal);
  }

  const webhooks = new WebhookService(targets, cluster =>
    follower.heard(cluster),
  );
  const { isLocating } = watched;
  return {
    health,
    history,
    lags,
    fleet,
    proposals,
    webhooks,
    isLocating,
    start,
  };
}

/** Those who tell owners; undefined where nobody is to be told. */
function composeNotices(
  { config, logger, notifications, noticeStore, store: proposals }: Parts,
  clusters: ClusterService,
) {
  const { enabled, findings: settings } = readNotifications(config);
  if (!enabled) {
    return undefined;
  }
  const messenger = new Messenger({
    ...{ notifications, logger },
    store: noticeStore,
  });
  const shared = { store: noticeStore, messenger };
  return {
    findings: new FindingNotices({ ...shared, settings }),
    proposals: new ProposalNotices({ ...shared, proposals, clusters }),
  };
}
