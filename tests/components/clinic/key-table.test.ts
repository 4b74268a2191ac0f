// The clinic's keys: one table says what listens, and letters belong to whoever is typing (WCAG 2.1.4).
import { describe, expect, test } from 'vitest';
import {
  coupleIn,
  isSingle,
  KEY_TABLE,
  keysOf,
  type Pressed,
  type Where,
  written,
} from '@/components/clinic/keys/key-table';

const press = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});
const where = (at: Partial<Where> = {}): Where => ({ isTyping: false, hasSingleKeys: true, before: '', ...at });

describe('the key table', () => {
  test('names each key once', () => {
    const keys = KEY_TABLE.map((line) => line.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('every line of it is reached by pressing what it says', () => {
    for (const { keys } of KEY_TABLE.filter((line) => line.keys !== 'Enter' && !('isWritten' in line))) {
      const parts = keys.split(' ');
      const isHeld = parts[0] === 'Ctrl';
      const [first, second] = isHeld ? [parts.at(-1)!] : parts;
      const held = { ctrlKey: isHeld, shiftKey: parts.includes('Shift') };
      const reached = second
        ? [keysOf(press(first!), where()), keysOf(press(second), where({ before: first }))]
        : [keysOf(press(first!, held), where())];
      expect(reached.at(-1)).toBe(keys);
    }
  });

  test('no key by itself does anything while somebody types, or with single keys off; those with Ctrl or Cmd do', () => {
    for (const line of KEY_TABLE.filter(isSingle)) {
      const [first = '', second = ''] = line.keys.split(' ');
      for (const at of [{ isTyping: true }, { hasSingleKeys: false }]) {
        expect(keysOf(press(first), where(at))).toBeNull();
        expect(keysOf(press(second), where({ ...at, before: first }))).toBeNull();
      }
    }
    const off = where({ isTyping: true, hasSingleKeys: false });
    expect(keysOf(press('k', { metaKey: true }), off)).toBe('Ctrl K');
    expect(keysOf(press('h', { ctrlKey: true, shiftKey: true }), off)).toBe('Ctrl Shift H');
  });

  test('leaves the browser its own: modifiers, capitals, keys nobody named', () => {
    expect(keysOf(press('a', { ctrlKey: true }), where())).toBeNull();
    expect(keysOf(press('a', { altKey: true }), where())).toBeNull();
    expect(keysOf(press('A', { shiftKey: true }), where())).toBeNull();
    expect(keysOf(press('z'), where())).toBeNull();
    expect(keysOf(press('z'), where({ before: 'g' }))).toBeNull();
    expect(keysOf(press('Enter'), where())).toBeNull();
  });

  test('knows a couple’s pages by their address, and the room as a page of its own', () => {
    const id = '0b4f6a9e-1d2c-4e3f-8a5b-6c7d8e9f0a1b';
    expect(coupleIn(`/couples/${id}`)).toBe(id);
    expect(coupleIn(`/couples/${id}/check-ins`)).toBe(id);
    expect(coupleIn(`/couples/${id}/room`)).toBeNull();
    expect(coupleIn('/couples/new')).toBeNull();
  });

  test('is written as the keyboard at hand has it', () => {
    expect(written('Ctrl K', true)).toBe('Cmd K');
    expect(written('Ctrl K', false)).toBe('Ctrl K');
  });
});
