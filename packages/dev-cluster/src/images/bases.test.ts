import { baseOf } from './bases';

describe('a base image', () => {
  it.each([
    ['docker.io/library/debian:trixie-slim', 'trixie', false],
    ['debian:bookworm-slim', 'bookworm', false],
    ['library/node:22-bookworm-slim', 'bookworm', true],
    ['scratch', undefined, false],
  ])('%s is made here', (reference, suite, node) => {
    const base = baseOf(reference);
    expect([base.suite, base.node]).toEqual([suite, node]);
  });

  it.each([
    'alpine:3',
    'docker.io/library/node:22-alpine',
    'ghcr.io/library/debian:trixie-slim',
    'debian:trixie',
  ])('%s is not', reference => {
    expect(() => baseOf(reference)).toThrow(
      `FROM ${reference} has no stand-in here`,
    );
  });
});
