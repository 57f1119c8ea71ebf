import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AUDIT_LOG } from '@monero-portal/dev-cluster';
import { parseAllDocuments } from 'yaml';

/** The parts of an event of audit.k8s.io/v1 that are read. */
interface AuditEvent {
  user: { username: string };
  verb: string;
  objectRef?: {
    resource?: string;
    subresource?: string;
    apiGroup?: string;
    namespace?: string;
    name?: string;
  };
  requestURI: string;
  responseStatus?: { code?: number };
  annotations?: Record<string, string>;
}

/** What a service account did, as the API server wrote it down. */
export interface Footprint {
  /** `verb group/resource[/subresource]` of all that was allowed, sorted. */
  used: string[];
  /**
   * The same of what was forbidden and allowed at no other time, with the path:
   * an API server that has just started refuses everybody until it has read its
   * roles.
   */
  forbidden: string[];
}

/**
 * Reads the audit log of a development cluster.
 * @param dataDir - of the cluster
 * @param account - `namespace:name`
 */
export async function footprintOf(
  dataDir: string,
  account: string,
): Promise<Footprint> {
  const used = new Set<string>();
  const forbidden = new Set<string>();
  const allowed = new Set<string>();
  for await (const event of eventsOf(join(dataDir, 'logs'))) {
    if (event.user.username !== `system:serviceaccount:${account}`) continue;
    if (event.annotations?.['authorization.k8s.io/decision'] === 'forbid') {
      forbidden.add(pathRightOf(event));
      continue;
    }
    allowed.add(pathRightOf(event));
    used.add(rightOf(event));
    // Server-side apply of what did not exist was also asked for `create`.
    if (event.verb === 'patch' && event.responseStatus?.code === 201) {
      used.add(rightOf({ ...event, verb: 'create' }));
    }
  }
  return {
    used: [...used].sort(),
    forbidden: [...forbidden].filter(each => !allowed.has(each)).sort(),
  };
}

async function* eventsOf(logs: string): AsyncGenerator<AuditEvent> {
  const prefix = AUDIT_LOG.replace(/\.log$/, '');
  const files = (await readdir(logs)).filter(
    name => name.startsWith(prefix) && name.endsWith('.log'),
  );
  for (const file of files) {
    const lines = (await readFile(join(logs, file), 'utf8')).split('\n');
    lines.pop(); // what is being written has no end yet
    for (const line of lines) yield JSON.parse(line) as AuditEvent;
  }
}

function rightOf({ verb, objectRef, requestURI }: AuditEvent): string {
  if (!objectRef?.resource) return `${verb} ${requestURI}`;
  const { apiGroup = '', resource, subresource } = objectRef;
  const parts = [apiGroup, resource, subresource];
  return `${verb} ${parts.filter(part => part !== undefined).join('/')}`;
}

function pathRightOf(event: AuditEvent): string {
  return `${rightOf(event)} ${event.requestURI.replace(/\?.*/, '')}`;
}

interface Role {
  rules?: Array<{ apiGroups: string[]; resources: string[]; verbs: string[] }>;
}

/** `verb group/resource` of every right that manifests of roles grant, sorted. */
export async function grantedBy(...files: string[]): Promise<string[]> {
  const texts = await Promise.all(files.map(file => readFile(file, 'utf8')));
  return texts
    .flatMap(text => parseAllDocuments(text))
    .flatMap(document => (document.toJS() as Role).rules ?? [])
    .flatMap(({ apiGroups, resources, verbs }) =>
      apiGroups.flatMap(group =>
        resources.flatMap(resource =>
          verbs.map(verb => `${verb} ${group}/${resource}`),
        ),
      ),
    )
    .sort();
}
