import { manifestOf } from '../../testing/manifests';
import { ago, NOW } from '../../testing/rows';
import { blobOf } from '../git';
import { checkOperation, type CurrentFile } from './operation';

const text = manifestOf();
const object = {
  cluster: 'dev',
  kind: 'MoneroNodeSet' as const,
  name: 'web',
};
const file: CurrentFile = { path: 'a/web.yaml', branch: 'main', text };
const none = { ...file, text: undefined };
const changed = manifestOf({ replicas: 5 });
const baseBlob = blobOf(text);
const writtenBy = {
  id: 12,
  title: 'Scale web',
  mergedAt: ago(300),
  mergedBy: 'user:default/platform',
};
const retire = { ...object, operation: 'retire' as const, baseBlob };

describe('checkOperation', () => {
  it.each([
    ['create what is not there', object, changed, none],
    ['change what was seen', { ...object, baseBlob }, changed, file],
    ['retire what was seen', retire, undefined, file],
    [
      'change what somebody broke by hand',
      { ...object, baseBlob: blobOf('a: [') },
      changed,
      { ...file, text: 'a: [' },
    ],
  ])('lets a proposal %s', (_, input, manifest, current) => {
    expect(() => checkOperation(input, manifest, current, NOW)).not.toThrow();
  });

  it.each([
    [
      'create what is there',
      object,
      changed,
      file,
      'web exists already: a/web.yaml is on branch main. Choose another name, or change it from its page.',
    ],
    [
      'change what has changed',
      { ...object, baseBlob: blobOf('old') },
      changed,
      { ...file, writtenBy },
      'a/web.yaml on branch main has changed since the form was filled in from it (last by proposal #12, "Scale web", merged by platform 5 min ago). Nothing was proposed. Open the form again: it starts from the file as it is now.',
    ],
    [
      'retire what has changed',
      { ...retire, baseBlob: blobOf('old') },
      undefined,
      file,
      'has changed since the form was filled in from it. Nothing was proposed.',
    ],
    [
      'change what is gone',
      { ...object, baseBlob },
      changed,
      none,
      'There is nothing to change: a/web.yaml is not on branch main any more. Somebody retired or moved web meanwhile.',
    ],
    ['retire what is gone', retire, undefined, none, 'nothing to retire'],
    [
      'say what is said already',
      object,
      `# by hand\n${text}`.replace('# by hand\n', ''),
      file,
      'There is nothing to propose: a/web.yaml on branch main already says this.',
    ],
    [
      'take the file of an object of another kind',
      { ...object, kind: 'MoneroNetwork' as const },
      changed,
      file,
      'holds a MoneroNodeSet. Choose another name for the MoneroNetwork',
    ],
  ])('does not let it %s', (_, input, manifest, current, message) => {
    expect(() => checkOperation(input, manifest, current, NOW)).toThrow(
      expect.objectContaining({
        name: 'ConflictError',
        message: expect.stringContaining(message),
      }),
    );
  });
});
