import { gunzipSync, gzipSync } from 'node:zlib';
import { KubeObject } from '@monero-portal/kube-client';
import { canonicalJson, fingerprint } from './canonicalJson';

/** Annotation: the pod template as it was made, JSON, gzip, base64. */
export const TEMPLATE_ANNOTATION = 'utxo.com.br/pod-template';

/** Annotation: fingerprint of that template and of what it was made from. */
export const TEMPLATE_FOR_ANNOTATION = 'utxo.com.br/pod-template-for';

/** Far beyond any template; what is larger is no template of ours. */
const MAX_BYTES = 1024 * 1024;

/** Kinds with a pod template, and on which children it is kept. */
const KEPT_ON = {
  // The other for the moment in which a StatefulSet is replaced by another.
  StatefulSet: ['StatefulSet', 'ServiceAccount'],
  Deployment: ['Deployment'],
} as const;

/** Whose pods are kept, and until when. */
export interface Pinning {
  /** Kind of the child that makes them; there is one at most. Default: StatefulSet. */
  of?: keyof typeof KEPT_ON;
  /** All that decides about pods, as its author wrote it. */
  inputs: unknown;
  /** Whether a template that runs and of which nothing is kept is taken over. */
  adopt?: boolean;
}

/**
 * Children whose pods stay as they are until what their author wrote changes.
 * A newer operator may make other templates from the same words, with other
 * images or other flags: it must not restart what runs. So a template is kept
 * beside what it was made from.
 *
 * @param desired - as this operator makes them
 * @param observed - children that are there
 */
export function pinTemplate(
  desired: readonly KubeObject[],
  observed: readonly KubeObject[],
  { of = 'StatefulSet', inputs, adopt = false }: Pinning,
): KubeObject[] {
  const made = desired.find(({ kind }) => kind === of);
  if (!made) return [...desired];
  const keepers: readonly string[] = KEPT_ON[of];
  const keeping = observed.filter(({ kind }) => keepers.includes(kind));
  const running = keeping.find(({ kind }) => kind === of);
  const { template, text } =
    firstOf(keeping, child => pinIn(child, inputs)) ??
    (adopt && running && !keeping.some(holdsPin)
      ? pinOf(withoutNulls(templateOf(running)))
      : pinOf(templateOf(made)));
  const annotations = {
    [TEMPLATE_ANNOTATION]: text,
    [TEMPLATE_FOR_ANNOTATION]: fingerprint({ inputs, template }),
  };
  return desired.map(child => {
    if (!keepers.includes(child.kind)) return child;
    if (child.kind !== of) return annotated(child, annotations);
    const spec = { ...(child.spec as object), template };
    return annotated({ ...child, spec }, annotations);
  });
}

/** The template kept for the StatefulSet, whatever it was made from. */
export function pinnedIn(observed: readonly KubeObject[]): unknown {
  const keepers: readonly string[] = KEPT_ON.StatefulSet;
  return firstOf(observed, ({ kind, metadata }) => {
    const text = metadata.annotations?.[TEMPLATE_ANNOTATION];
    return keepers.includes(kind) && text !== undefined
      ? decode(text)
      : undefined;
  });
}

/** A template, and how annotations hold it. */
interface Pin {
  template: unknown;
  text: string;
}

function pinOf(template: unknown): Pin {
  const json = canonicalJson(template ?? {});
  return { template, text: gzipSync(json).toString('base64') };
}

function templateOf({ spec }: KubeObject): unknown {
  return (spec as { template?: unknown } | undefined)?.template;
}

function holdsPin({ metadata }: KubeObject): boolean {
  return metadata.annotations?.[TEMPLATE_ANNOTATION] !== undefined;
}

/** What a child keeps, if it was made from these words. */
function pinIn({ metadata }: KubeObject, inputs: unknown): Pin | undefined {
  const { annotations = {} } = metadata;
  const text = annotations[TEMPLATE_ANNOTATION];
  if (text === undefined) return undefined;
  const template = decode(text);
  return annotations[TEMPLATE_FOR_ANNOTATION] ===
    fingerprint({ inputs, template })
    ? { template, text }
    : undefined;
}

/** @returns undefined for what is damaged: the template is made anew */
function decode(text: string): unknown {
  try {
    const json = gunzipSync(Buffer.from(text, 'base64'), {
      maxOutputLength: MAX_BYTES,
    });
    return JSON.parse(json.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Some API servers say `creationTimestamp: null` in templates; nobody wrote it. */
function withoutNulls(template: unknown): unknown {
  return JSON.parse(
    JSON.stringify(template ?? {}, (_, value: unknown) => value ?? undefined),
  ) as unknown;
}

function annotated(
  child: KubeObject,
  annotations: Readonly<Record<string, string>>,
): KubeObject {
  const { metadata } = child;
  return {
    ...child,
    metadata: {
      ...metadata,
      annotations: { ...metadata.annotations, ...annotations },
    },
  };
}

function firstOf<T, R>(
  items: readonly T[],
  of: (item: T) => R | undefined,
): R | undefined {
  for (const item of items) {
    const found = of(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
