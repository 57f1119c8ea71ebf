import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  KubeError,
  KubeGetter,
  KubeObject,
  KubeWriter,
} from '@monero-portal/kube-client';
import { createActor } from './actor';
import type { Action } from './decide';
import type { Claim, ProvisionerEvent, Volume } from './types';

describe('the provisioner at work', () => {
  let folder: string;
  let sent: unknown[][];
  let answers: Record<string, () => unknown>;
  let events: ProvisionerEvent[];
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'volumes-')), 'data');
    sent = [];
    answers = {};
    events = [];
  });
  afterEach(() => rm(join(folder, '..'), { recursive: true }));

  const claim: Claim = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { namespace: 'monero', name: 'data', uid: '1' },
    spec: {},
  };
  const volume = (): Volume => ({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'pvc-1', uid: '9', resourceVersion: '5' },
    spec: {
      capacity: { storage: '1Gi' },
      hostPath: { path: folder },
      claimRef: { namespace: 'monero', name: 'data', uid: '1' },
    },
  });

  /** Notes what is sent; answers are set by verb and kind. */
  const client = (): KubeGetter & KubeWriter => {
    const answer = async <T extends KubeObject>(...call: unknown[]) => {
      sent.push(call);
      return answers[`${call[0]} ${call[1]}`]?.() as T;
    };
    return {
      get: ({ plural }, _, name) => answer('get', plural, name),
      create: ({ plural }, object) => answer('create', plural, object),
      replace: ({ plural }, object) => answer('replace', plural, object),
      delete: async ({ plural }, _, name, options) => {
        await answer('delete', plural, name, options?.preconditions);
      },
      patch: ({ plural }, namespace, name, body, { subresource }) =>
        answer('patch', plural, namespace, name, body, subresource),
    };
  };

  const newActor = () =>
    createActor(client(), {
      signal: new AbortController().signal,
      onEvent: event => events.push(event),
    });
  const act = (actions: Action[], actor = newActor()) => actor(actions);
  const refuse = (code: 'Forbidden' | 'NotFound' | 'AlreadyExists') => () => {
    throw new KubeError({ code, message: `it is ${code}` });
  };

  it('makes the folder that every user may write to, then the volume', async () => {
    const made = volume();
    expect(await act([{ kind: 'create', claim, volume: made }])).toBe(true);
    // eslint-disable-next-line no-bitwise
    expect((await stat(folder)).mode & 0o777).toBe(0o777);
    expect(sent).toEqual([['create', 'persistentvolumes', made]]);
    expect(events).toEqual([
      { type: 'created', volume: 'pvc-1', detail: '1Gi for monero/data' },
    ]);
  });

  it('is content when the volume is there already', async () => {
    answers['create persistentvolumes'] = refuse('AlreadyExists');
    expect(await act([{ kind: 'create', claim, volume: volume() }])).toBe(true);
    expect(events).toEqual([]);
  });

  it('grows the volume first and the claim after it', async () => {
    await act([{ kind: 'grow', claim, volume: volume(), storage: '2Gi' }]);
    const capacity = { storage: '2Gi' };
    expect(sent).toEqual([
      [
        ...['patch', 'persistentvolumes', undefined, 'pvc-1'],
        ...[{ spec: { capacity } }, undefined],
      ],
      [
        ...['patch', 'persistentvolumeclaims', 'monero', 'data'],
        ...[{ status: { capacity } }, 'status'],
      ],
    ]);
  });

  describe('removing', () => {
    beforeEach(async () => {
      await mkdir(folder);
      await writeFile(join(folder, 'data.mdb'), 'blocks');
    });
    const remove = (): Action => ({ kind: 'delete', volume: volume(), folder });

    it('takes the folder and the volume it looked at', async () => {
      answers['get persistentvolumes'] = volume;
      expect(await act([remove()])).toBe(true);
      expect(existsSync(folder)).toBe(false);
      expect(sent[1]).toEqual([
        ...['delete', 'persistentvolumes', 'pvc-1', { uid: '9' }],
      ]);
    });

    it('leaves the data when somebody changed the volume meanwhile', async () => {
      answers['get persistentvolumes'] = () => ({
        ...volume(),
        metadata: { name: 'pvc-1', uid: '9', resourceVersion: '6' },
      });
      await act([remove()]);
      expect(existsSync(join(folder, 'data.mdb'))).toBe(true);
      expect(sent).toHaveLength(1);
    });

    it('leaves the data when the volume cannot be looked at', async () => {
      answers['get persistentvolumes'] = refuse('Forbidden');
      expect(await act([remove()])).toBe(false);
      expect(existsSync(join(folder, 'data.mdb'))).toBe(true);
    });
  });

  it('tells a failure to the claim once, and goes on with the others', async () => {
    await writeFile(folder, 'a file where the folder should be');
    const other = volume();
    other.metadata.name = 'pvc-2';
    other.spec.hostPath = { path: `${folder}-2` };
    const actions: Action[] = [
      { kind: 'create', claim, volume: volume() },
      { kind: 'create', claim, volume: other },
    ];
    const actor = newActor();
    expect(await act(actions, actor)).toBe(false);
    expect(await act(actions, actor)).toBe(false);

    const told = sent.filter(([, plural]) => plural === 'events');
    expect(told).toEqual([
      [
        'create',
        'events',
        expect.objectContaining({
          reason: 'ProvisioningFailed',
          note: expect.stringContaining('EEXIST'),
          regarding: expect.objectContaining({ name: 'data', uid: '1' }),
        }),
      ],
    ]);
    expect(events.map(({ type, volume: name }) => [type, name])).toEqual([
      ['failed', 'pvc-1'],
      ['created', 'pvc-2'],
      ['created', 'pvc-2'],
    ]);
  });

  it('does not try again what can never be', async () => {
    const reason = 'volumes of this class start empty';
    expect(
      await act([{ kind: 'refuse', claim, volume: 'pvc-1', reason }]),
    ).toBe(true);
    expect(events).toEqual([
      { type: 'failed', volume: 'pvc-1', detail: reason },
    ]);
  });
});
