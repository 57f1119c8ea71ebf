import {
  createKubeClient,
  KubeObject,
  KubeTarget,
  ResourceRef,
} from '@monero-portal/kube-client';

/** Something to apply, and where. */
export interface Item {
  resource: ResourceRef;
  object: KubeObject;
}

/**
 * Applies things as fast as so many connections allow, and does nothing else:
 * no decision, no comparison, no cache. What `next` returns for an applied thing
 * is applied after it, by a second pool of as many connections, as an operator
 * follows those who apply its resources.
 */
export async function bareLoop(
  target: KubeTarget,
  items: readonly Item[],
  connections: number,
  next: (applied: KubeObject) => Item[],
): Promise<void> {
  const client = createKubeClient(target, { userAgent: 'bench-bare-loop' });
  const apply = ({ resource, object }: Item) =>
    client.apply<KubeObject>(resource, object, { fieldManager: 'bench' });
  const following: Item[][] = [];
  let isFed = false;
  const waiting = [...items];
  const feed = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) {
      following.push(next(await apply(item)));
    }
  };
  const follow = async () => {
    while (!isFed || following.length > 0) {
      const group = following.shift();
      if (group) {
        for (const item of group) await apply(item);
      } else {
        await new Promise(resolve => setTimeout(resolve, 1));
      }
    }
  };
  const pool = (work: () => Promise<void>) =>
    Promise.all(Array.from({ length: connections }, work));
  await Promise.all([
    pool(feed).then(() => {
      isFed = true;
    }),
    pool(follow),
  ]);
  await client.close();
}
