// Bytes of a page: its scripts as they travel, and its own text.
import { gzipSync } from 'node:zlib';
import type { TestApp } from '../support/app';
import { cookieFor } from './cookie';
import type { Visit } from './subjects';

export interface Size {
  /** All scripts the page asks for, gzipped; those for browsers without modules are not asked for. */
  script: number;
  html: number;
}

export async function sizeOf(app: TestApp, { path, token }: Visit): Promise<Size> {
  const answer = await fetch(app.origin + path, { headers: await cookieFor(app, token), redirect: 'manual' });
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}.`);
  const text = await answer.text();
  const html = text.replace(/<script\b[^>]*\bnomodule\b[^>]*>/gi, '');
  const sources = new Set([...html.matchAll(/\/_next\/static\/[^"'\\ ]+?\.js/g)].map(([source]) => source));
  let script = 0;
  for (const source of sources)
    script += gzipSync(Buffer.from(await (await fetch(app.origin + source)).arrayBuffer())).length;
  return { script, html: Buffer.byteLength(text) };
}
