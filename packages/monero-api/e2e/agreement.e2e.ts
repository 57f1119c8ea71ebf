import fc from 'fast-check';
import { validateManifest } from '../src';
import { MANIFEST_CASES } from '../src/testdata/manifests';
import { ApiServer } from './apiServer';
import { changes, manifests } from './randomManifests';
import { comparable } from './words';

/**
 * Holds the API server to the same table as validateManifest, then both to each other on manifests that nobody thought
 * of: what the form refuses, the API server refuses in the same words at the same field, and the other way round.
 */
describe('the API server', () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await ApiServer.connect();
  });

  afterAll(async () => {
    await server?.close();
  });

  it.each(
    Object.entries(MANIFEST_CASES).flatMap(([kind, cases]) =>
      cases.map((row, index) => [kind, row.name, row, index] as const),
    ),
  )(
    'on %s must %s',
    async (_kind, _name, { manifest, old, expected }, index) => {
      const refusals =
        old === undefined
          ? await server.refusalsOfNew(manifest)
          : await server.refusalsOfChange(old, manifest, `case-${index}`);
      const verdicts = comparable(refusals, expected);
      expect(verdicts.actual).toEqual(verdicts.expected);
    },
  );

  it('agrees with validateManifest on random manifests', async () => {
    await fc.assert(
      fc.asyncProperty(manifests, async manifest => {
        const verdicts = comparable(
          await server.refusalsOfNew(manifest),
          validateManifest(manifest),
        );
        expect(verdicts.actual).toEqual(verdicts.expected);
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with validateManifest on random changes', async () => {
    await fc.assert(
      fc.asyncProperty(changes, async ({ old, manifest }) => {
        const verdicts = comparable(
          await server.refusalsOfChange(old, manifest, 'changing'),
          validateManifest(manifest, old),
        );
        expect(verdicts.actual).toEqual(verdicts.expected);
      }),
      { numRuns: 150 },
    );
  });
});
