import type { Schema, ValidationRule } from '../crd';
import { compileRules } from './compileRules';

function object(properties: Record<string, Schema>, rules?: ValidationRule[]) {
  return {
    type: 'object',
    properties,
    'x-kubernetes-validations': rules,
  } satisfies Schema;
}

function integer(...rules: ValidationRule[]): Schema {
  return { type: 'integer', 'x-kubernetes-validations': rules };
}

describe('compileRules', () => {
  it('finds rules at any depth and names the place', () => {
    const positive = integer({ rule: 'self > 0', message: 'too small' });
    const check = compileRules(
      object({
        list: { type: 'array', items: object({ n: positive }) },
        map: { type: 'object', additionalProperties: positive },
      }),
    );
    expect(
      check({ list: [{ n: 1 }, { n: 0 }], map: { a: -1, b: 2 } }, undefined),
    ).toEqual([
      { path: 'list[1].n', message: 'too small', value: 0 },
      { path: 'map[a]', message: 'too small', value: -1 },
    ]);
  });

  it('reports at the field path, with the value there', () => {
    const check = compileRules(
      object({ a: { type: 'object', properties: { b: integer() } } }, [
        { rule: 'self.a.b > 0', fieldPath: '.a.b', message: 'no' },
      ]),
    );
    expect(check({ a: { b: 0 } }, undefined)).toEqual([
      { path: 'a.b', message: 'no', value: 0 },
    ]);
  });

  it('prefers the message expression', () => {
    const check = compileRules(
      integer({
        rule: 'self > 0',
        message: 'fixed',
        messageExpression: "string(self) + ' is too small'",
      }),
    );
    expect(check(-3, undefined)[0].message).toBe('-3 is too small');
  });

  it.each([
    ['fails', 'string(1 / 0)'],
    ['yields a line break', "'a\\nb'"],
    ['yields only blanks', "'  '"],
    ['yields no text', 'self'],
  ])('takes the fixed message where the expression %s', (_what, expression) => {
    const check = compileRules(
      integer({
        rule: 'self > 0',
        message: 'fixed',
        messageExpression: expression,
      }),
    );
    expect(check(0, undefined)[0].message).toBe('fixed');
  });

  it('takes the rule itself where there is no message', () => {
    const check = compileRules(integer({ rule: 'self > 0' }));
    expect(check(0, undefined)[0].message).toBe('failed rule: self > 0');
  });

  it('refuses where a rule cannot be worked out', () => {
    const check = compileRules(
      object({ a: integer() }, [{ rule: 'self.a > 0', message: 'no' }]),
    );
    expect(check({}, undefined)[0].message).toMatch(/evaluating rule: no$/);
  });

  it('keeps whole numbers apart from others', () => {
    const check = compileRules(integer({ rule: '7 / self == 3' }));
    expect(check(2, undefined)).toEqual([]);
  });

  describe('rules that compare with the value before', () => {
    const grows = integer({ rule: 'self >= oldSelf', message: 'shrinks' });

    it('are not asked about new values', () => {
      const check = compileRules(object({ n: grows }));
      expect(check({ n: 1 }, undefined)).toEqual([]);
      expect(check({ n: 1 }, {})).toEqual([]);
    });

    it('are asked about changed ones', () => {
      const check = compileRules(object({ n: grows }));
      expect(check({ n: 1 }, { n: 2 })).toEqual([
        { path: 'n', message: 'shrinks', value: 1 },
      ]);
    });

    it('match the items of keyed lists by key', () => {
      const item = object({ k: { type: 'string' }, n: grows });
      const check = compileRules({
        type: 'array',
        items: item,
        'x-kubernetes-list-type': 'map',
        'x-kubernetes-list-map-keys': ['k'],
      });
      expect(
        check(
          [
            { k: 'b', n: 5 },
            { k: 'a', n: 1 },
          ],
          [
            { k: 'a', n: 2 },
            { k: 'b', n: 5 },
          ],
        ).map(violation => violation.path),
      ).toEqual(['[1].n']);
    });

    it('do not match the items of other lists', () => {
      const check = compileRules({ type: 'array', items: grows });
      expect(check([1, 2], [3, 4])).toEqual([]);
    });

    it('with optionalOldSelf see whether there was one', () => {
      const check = compileRules(
        integer({
          rule: 'oldSelf.hasValue() ? self >= oldSelf.value() : self == 1',
          message: 'no',
          optionalOldSelf: true,
        }),
      );
      expect([check(1, undefined), check(2, 1)]).toEqual([[], []]);
      expect([check(2, undefined), check(1, 2)].flat()).toHaveLength(2);
    });
  });

  describe('values that an update leaves as they were', () => {
    const check = compileRules(
      object({ n: integer({ rule: 'self > 0' }), m: { type: 'integer' } }),
    );

    it('are forgiven', () => {
      expect(check({ n: 0, m: 1 }, { n: 0, m: 2 })).toEqual([]);
    });

    it('are not forgiven when they change from bad to bad', () => {
      expect(check({ n: -1 }, { n: 0 })).toHaveLength(1);
    });
  });

  it('throws on what is no expression', () => {
    expect(() => compileRules(integer({ rule: 'self >' }))).toThrow(
      /Unexpected/,
    );
  });
});
