// What a form sends becomes plain data: no name reaches a prototype, no shape but the schema's gets through.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { fieldsOf, nested, typedOf } from '@/lib/form-input';

const NAMES = ['__proto__', 'constructor', 'prototype'];

test('a field’s name never reaches a prototype', () => {
  const wrong = NAMES.flatMap((name) => [
    `${name}.isAdmin`,
    `a.${name}.isAdmin`,
    `a.0.${name}.isAdmin`,
    `constructor.${name}.isAdmin`,
    name,
  ]);
  const read = nested({ ...Object.fromEntries(wrong.map((name) => [name, 'yes'])), 'a.0.b': 'kept' });
  expect(read).toEqual({ a: [{ b: 'kept' }] });
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  expect(nested(Object.fromEntries([['toString', 'x']]))).toEqual({ toString: 'x' });
});

test('a list or a group where one text is asked for is refused by the schema, and what nobody asked for is left out', () => {
  const schema = z.object({ name: z.string(), more: z.object({ on: z.string() }).optional() });
  const read = (form: [string, string][]) => {
    const data = new FormData();
    for (const [name, value] of form) data.append(name, value);
    return schema.safeParse(nested(fieldsOf(data)));
  };
  expect(
    read([
      ['name', 'Ada'],
      ['role', 'practiceAdmin'],
      ['practiceId', 'x'],
    ]).data,
  ).toEqual({ name: 'Ada' });
  for (const form of [
    [
      ['name', 'a'],
      ['name', 'b'],
    ],
    [['name.0', 'a']],
    [['name.first', 'a']],
    [
      ['more', 'a'],
      ['name', 'b'],
    ],
    [
      ['more.0', 'a'],
      ['name', 'b'],
    ],
  ] as [string, string][][])
    expect(read(form).success, JSON.stringify(form)).toBe(false);
});

test('a file in the place of a text is no text', () => {
  const data = new FormData();
  data.append('name', new File(['x'], 'name.txt'));
  expect(fieldsOf(data)).toEqual({});
});

test('no password and no code goes back into a form', () => {
  expect(Object.keys(typedOf({ password: 'a', newPassword: 'b', code: 'c', cardCode: 'd', name: 'e' }))).toEqual([
    'name',
  ]);
});
