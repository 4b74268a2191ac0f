/** Between a form's fields and a schema's input: dotted names become nested objects, faults become sentences by field name. */
import 'server-only';
import type { z } from 'zod';

/** Field values by name; a name that came more than once is a list. Next's own fields, the form's key and whose page it stood on are left out. */
export function fieldsOf(form: FormData): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION') || name === 'key' || name === 'whose') continue;
    const values = form.getAll(name).filter((value): value is string => typeof value === 'string');
    if (values.length > 0) fields[name] = values.length === 1 ? values[0]! : values;
  }
  return fields;
}

/** `partners.0.name` becomes {partners: [{name}]}. Names that could reach a prototype are dropped. */
export function nested(fields: Record<string, string | string[]>): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const path = name.split('.');
    if (path.some((part) => part === '__proto__' || part === 'constructor' || part === 'prototype')) continue;
    let place = root;
    path.forEach((part, depth) => {
      if (depth === path.length - 1) place[part] = value;
      else {
        const next = place[part];
        place = (
          typeof next === 'object' && next !== null && !Array.isArray(next) ? next : (place[part] = {})
        ) as Record<string, unknown>;
      }
    });
  }
  return listsIn(root) as Record<string, unknown>;
}

function listsIn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([k, v]) => [k, listsIn(v)] as const);
  const isList = entries.length > 0 && entries.every(([k]) => /^\d{1,3}$/.test(k));
  return isList ? entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, v]) => v) : Object.fromEntries(entries);
}

/** One sentence by field name: the first fault of each field. */
export function faultsByField(error: z.ZodError): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const issue of error.issues) {
    // A wrong choice among several is the fault of the whole group.
    const path = typeof issue.path.at(-1) === 'number' ? issue.path.slice(0, -1) : issue.path;
    const name = path.map(String).join('.');
    faults[name] ??= issue.message;
  }
  return faults;
}

/** What may go back into the form: everything but passwords and codes. */
export function typedOf(fields: Record<string, string | string[]>): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !/password|passkey|code$/i.test(name)));
}
