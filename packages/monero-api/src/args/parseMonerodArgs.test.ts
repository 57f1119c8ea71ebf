import fc from 'fast-check';
import { validateManifest } from '../validateManifest';
import { withArgs } from '../testdata/manifests/manifestCase';
import { MONEROD_FLAGS } from './flags';
import { shortestPrefixes } from './prefixes';
import {
  findFlag,
  formatMonerodArgs,
  parseMonerodArgs,
} from './parseMonerodArgs';

describe('parseMonerodArgs', () => {
  it.each([
    [
      'both forms alike',
      ['--out-peers=8', '--in-peers', '9'],
      ['--out-peers=8', '--in-peers=9'],
    ],
    [
      'abbreviations in full',
      ['--public', '--out-p', '8'],
      ['--public-node', '--out-peers=8'],
    ],
    ['values with equals signs', ['--log-level=a=b'], ['--log-level=a=b']],
    [
      'the order of repeated options',
      ['--add-peer=b', '--no-igd', '--add-peer', 'a'],
      ['--add-peer=b', '--no-igd', '--add-peer=a'],
    ],
    ['negative values', ['--out-peers', '-1'], ['--out-peers=-1']],
    ['unknown options as they are', ['--foo=1', '--bar'], ['--foo=1', '--bar']],
    ['ambiguous options as they are', ['--no'], ['--no']],
    [
      'words of no option not at all',
      ['status', '--no-igd', 'yes'],
      ['--no-igd'],
    ],
    [
      'an option without its value',
      ['--out-peers', '--no-igd'],
      ['--out-peers', '--no-igd'],
    ],
    ['nothing', [], []],
  ])('reads %s', (_what, args, canonical) => {
    expect(formatMonerodArgs(parseMonerodArgs(args))).toEqual(canonical);
  });

  it('says where each option stood and how it was written', () => {
    expect(parseMonerodArgs(['--out-p', '8', '--public'])).toEqual([
      { flag: 'out-peers', value: '8', raw: '--out-p', index: 0 },
      { flag: 'public-node', raw: '--public', index: 2 },
    ]);
  });

  const allowed = MONEROD_FLAGS.filter(
    flag =>
      flag.owned === undefined &&
      !['testnet', 'stagenet', 'regtest'].includes(flag.name),
  );
  const value = fc
    .stringMatching(/^[a-z0-9:.,/-]{1,20}$/)
    .filter(text => !text.startsWith('--'));
  const number = fc.integer().map(String);
  const prefixes = shortestPrefixes();
  /** Some allowed options, each in one of the ways in which it may be written. */
  const written = fc
    .uniqueArray(fc.constantFrom(...allowed), { maxLength: 20 })
    .chain(flags =>
      fc.tuple(
        ...flags.map(flag =>
          fc
            .record({
              text: flag.takesNumber ? number : value,
              cut: fc.integer({
                min: prefixes[`--${flag.name}`],
                max: flag.name.length + 2,
              }),
              apart: fc.boolean(),
            })
            .map(({ text, cut, apart }) => {
              const name = `--${flag.name}`.slice(0, cut);
              if (!flag.takesValue) {
                return { items: [name], canonical: `--${flag.name}` };
              }
              return {
                items: apart ? [name, text] : [`${name}=${text}`],
                canonical: `--${flag.name}=${text}`,
              };
            }),
        ),
      ),
    );

  it('reads every way of writing allowed options alike, and the rules accept them all', () => {
    fc.assert(
      fc.property(written, options => {
        const args = options.flatMap(option => option.items);
        const canonical = options.map(option => option.canonical);
        expect(formatMonerodArgs(parseMonerodArgs(args))).toEqual(canonical);
        expect(validateManifest(withArgs(...args))).toEqual([]);
        expect(parseMonerodArgs(canonical).map(arg => arg.raw)).toEqual(
          canonical,
        );
      }),
    );
  });

  it('never throws, whatever the arguments', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), args => {
        const parsed = parseMonerodArgs(args);
        expect(parsed.length).toBeLessThanOrEqual(args.length);
        expect(parsed.every(arg => args[arg.index] === arg.raw)).toBe(true);
      }),
    );
  });

  it('understands an option whenever the rules do', () => {
    const name = fc.oneof(
      fc
        .constantFrom(...MONEROD_FLAGS.map(flag => flag.name))
        .chain(full =>
          fc
            .integer({ min: 1, max: full.length })
            .map(cut => full.slice(0, cut)),
        ),
      fc.stringMatching(/^[a-z-]{1,12}$/),
    );
    fc.assert(
      fc.property(name, given => {
        const unknown = validateManifest(withArgs(`--${given}`)).some(
          ({ message }) => /is no option|could mean/.test(message),
        );
        expect(findFlag(given) === undefined).toBe(unknown);
      }),
    );
  });
});

describe('MONEROD_FLAGS', () => {
  it('names each option once', () => {
    const names = MONEROD_FLAGS.map(flag => flag.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(
    MONEROD_FLAGS.filter(flag => flag.owned).map(
      flag => [flag.name, flag] as const,
    ),
  )('refuses --%s with its reason', (name, flag) => {
    const arg = flag.takesValue ? `--${name}=1` : `--${name}`;
    expect(validateManifest(withArgs(arg))).toEqual([
      {
        path: 'spec.monerod.args[0]',
        message: `--${name} ${flag.owned}`,
        value: arg,
      },
    ]);
  });

  it.each(
    MONEROD_FLAGS.filter(flag => !flag.owned).map(
      flag => [flag.name, flag] as const,
    ),
  )('accepts --%s', (name, flag) => {
    const arg = flag.takesValue ? `--${name}=1` : `--${name}`;
    expect(validateManifest(withArgs(arg))).toEqual([]);
  });
});
