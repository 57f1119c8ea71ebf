import { parseMetrics } from './parseMetrics';

const wanted = new Set(['a', 'b_total']);
const parse = (text: string) => Object.fromEntries(parseMetrics(text, wanted));

describe('parseMetrics', () => {
  it.each([
    ['a 1', [{ labels: {}, value: 1 }]],
    ['a\t1.5e3', [{ labels: {}, value: 1500 }]],
    ['a{} 1', [{ labels: {}, value: 1 }]],
    [
      'a{x="1",y="two"} -3 1700000000',
      [{ labels: { x: '1', y: 'two' }, value: -3 }],
    ],
    ['a{x="1",} 3', [{ labels: { x: '1' }, value: 3 }]],
    ['a{ x = "1" , y="2" } 3', [{ labels: { x: '1', y: '2' }, value: 3 }]],
    ['a{x="q\\"} 9\\n\\\\"} 4', [{ labels: { x: 'q"} 9\n\\' }, value: 4 }]],
    [
      'a 1\na{x="1"} 2\n',
      [
        { labels: {}, value: 1 },
        { labels: { x: '1' }, value: 2 },
      ],
    ],
    ['a 7 # {trace="x"} 1', [{ labels: {}, value: 7 }]],
    ['a 1\r\n', [{ labels: {}, value: 1 }]],
  ])('reads %j', (text, expected) => {
    expect(parse(text)).toEqual({ a: expected });
  });

  it.each([
    '',
    '# HELP a 1',
    'a',
    'a NaN',
    'a +Inf',
    'a one',
    'a{x="1" 2',
    'a{x=1} 2',
    'a{x="1"}',
    'a{="1"} 2',
    'a{x="1",,y="2"} 2',
    'a-1',
    'ab 1',
    ' a 1',
    `a{x="${'1'.repeat(5_000)}"} 1`,
    `a{${Array.from({ length: 20 }, (_, i) => `x${i}="1"`).join(',')}} 1`,
    '\u0000\u0001a 1',
  ])('leaves out %j', text => {
    expect(parse(text)).toEqual({});
  });

  it('goes on after a bad line', () => {
    expect(parse('a{x="\na 2\nb_total 3')).toEqual({
      a: [{ labels: {}, value: 2 }],
      b_total: [{ labels: {}, value: 3 }],
    });
  });

  it('keeps labels that are named like properties of objects as labels', () => {
    const [metric] = parse('a{__proto__="x",constructor="y"} 1').a;
    expect(Object.getPrototypeOf(metric.labels)).toBe(Object.prototype);
    expect(Object.entries(metric.labels)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });

  it('keeps a bounded number of values', () => {
    const flood = Array.from({ length: 50_000 }, (_, i) => `a{x="${i}"} 1`);
    expect(parse(flood.join('\n')).a).toHaveLength(128);
  });

  it('does not read beyond its number of lines', () => {
    expect(parse(`${'\n'.repeat(30_000)}a 1`)).toEqual({});
  });

  it.each([
    ['escapes', `a{x="${'\\'.repeat(4_000)}`],
    ['spaces', `a{${' '.repeat(4_000)}`],
    ['braces', `a${'{'.repeat(4_000)}`],
  ])('is quick with a line of %s', (_, line) => {
    const text = Array(120).fill(line).join('\n');
    const before = performance.now();
    expect(parse(text)).toEqual({});
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
