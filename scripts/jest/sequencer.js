const { default: Sequencer } = require('@jest/test-sequencer');

const isLast = ({ path }) => path.endsWith('.last.e2e.ts');

/** jest's own order; what looks back at the run of all others comes last. */
module.exports = class LastOnesLast extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(test => !isLast(test)), ...sorted.filter(isLast)];
  }
};
