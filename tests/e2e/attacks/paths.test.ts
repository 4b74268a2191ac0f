// Every route there is in the build, by every other way of writing its address and with every header that speaks to the framework:
// nobody gets a word that the plain address would not give them, and nothing breaks.
import { readFileSync } from 'node:fs';
import { expect } from '@/tests/support/browser';
import { volume } from '@/tests/support/volume';
import type { PageOf } from '@/tests/support/whole-product';
import type { Headers } from './raw';
import { ask } from './raw';
import { cookieOf, getAs, test } from './strangers';

type Variant = { what: string; path?: (path: string) => string; headers?: (path: string) => Headers; method?: string };

const build = () => readFileSync('.next/BUILD_ID', 'utf8').trim();
const beforeQuery = (change: (path: string) => string) => (whole: string) => {
  const [path = '', query] = whole.split('?');
  return change(path) + (query === undefined ? '' : `?${query}`);
};
const withQuery = (more: string) => (path: string) => `${path}${path.includes('?') ? '&' : '?'}${more}`;
const encoded = (letter: string) => `%${letter.charCodeAt(0).toString(16)}`;

const PATHS: Variant[] = [
  { what: 'two slashes before', path: (path) => `/${path}` },
  { what: 'two slashes within', path: beforeQuery((path) => path.replace(/(?<=.)\//, '//')) },
  { what: 'a slash behind', path: beforeQuery((path) => `${path}/`) },
  { what: 'a dot behind', path: beforeQuery((path) => `${path}.`) },
  { what: 'a dot segment', path: (path) => `/.${path}` },
  { what: 'up and down again', path: (path) => `/sign-in/..${path}` },
  { what: 'encoded up and down', path: (path) => `/sign-in/%2e%2e${path}` },
  { what: 'from a static folder', path: (path) => `/_next/static/..${path}` },
  { what: 'from a static folder, encoded', path: (path) => `/_next/static/%2e%2e/%2e%2e${path}` },
  { what: 'backslashes', path: (path) => `/\\..\\${path.slice(1)}` },
  { what: 'an encoded letter', path: (path) => `/${encoded(path[1] ?? 'x')}${path.slice(2)}` },
  { what: 'an encoded slash', path: beforeQuery((path) => path.replace(/(?<=.)\//, '%2f')) },
  { what: 'twice encoded', path: beforeQuery((path) => path.replace(/(?<=.)\//, '%252f')) },
  { what: 'a letter that is none', path: beforeQuery((path) => `${path}%ff`) },
  { what: 'half an escape', path: beforeQuery((path) => `${path}%`) },
  { what: 'a NUL', path: beforeQuery((path) => `${path}%00`) },
  { what: 'a line end', path: beforeQuery((path) => `${path}%0d%0aX-Planted:%20yes`) },
  { what: 'a parameter', path: beforeQuery((path) => `${path};x=1`) },
  { what: 'capitals', path: beforeQuery((path) => path.toUpperCase()) },
  { what: '.rsc', path: beforeQuery((path) => `${path}.rsc`) },
  { what: '.segments', path: beforeQuery((path) => `${path}.segments/_tree.segment.rsc`) },
  { what: '.json', path: beforeQuery((path) => `${path}.json`) },
  { what: '.txt', path: beforeQuery((path) => `${path}.txt`) },
  { what: 'as data', path: (path) => `/_next/data/${build()}${path.split('?')[0]}.json` },
  { what: 'as an image', path: (path) => `/_next/image?url=${encodeURIComponent(path)}&w=64&q=75` },
  { what: 'the name of the folder', path: (path) => `/(clinic)${path}` },
  { what: 'another language', path: (path) => `/en${path}` },
  { what: 'as what the icon is', path: beforeQuery((path) => `/favicon.ico/..${path}`) },
  { what: 'asked for data', path: withQuery('__nextDataReq=1&_rsc=x') },
  { what: 'asked for by its inner name', path: withQuery('nxtPcoupleId=x&nextInternalLocale=en&__nextLocale=en') },
  { what: 'a hundred parameters', path: withQuery(Array.from({ length: 100 }, (_, n) => `p${n}=%F0%9F`).join('&')) },
];

const subrequest = (name: string): Headers => ({ 'x-middleware-subrequest': Array(6).fill(name).join(':') });
const HEADERS: Variant[] = [
  { what: 'RSC', headers: () => ({ rsc: '1' }) },
  { what: 'RSC prefetch', headers: () => ({ rsc: '1', 'next-router-prefetch': '1' }) },
  {
    what: 'a segment prefetch',
    headers: () => ({ rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' }),
  },
  {
    what: 'RSC with a tree of its own',
    headers: (path) => ({
      rsc: '1',
      'next-url': path,
      'next-router-state-tree': encodeURIComponent(JSON.stringify(['', { children: ['x', {}] }, null, 'refetch'])),
    }),
  },
  { what: 'RSC with a broken tree', headers: () => ({ rsc: '1', 'next-router-state-tree': '%7B' }) },
  { what: 'HMR', headers: () => ({ rsc: '1', 'next-hmr-refresh': '1' }) },
  { what: 'x-middleware-subrequest', headers: () => subrequest('middleware') },
  { what: 'x-middleware-subrequest of proxy', headers: () => subrequest('proxy') },
  { what: 'x-middleware-subrequest of src', headers: () => subrequest('src/middleware') },
  {
    what: 'x-middleware-*',
    headers: (path) => ({
      'x-middleware-next': '1',
      'x-middleware-rewrite': path,
      'x-middleware-override-headers': 'cookie',
      'x-middleware-request-cookie': 'in=x',
      'x-middleware-set-cookie': 'in=x',
      'x-middleware-invoke': '1',
    }),
  },
  { what: 'x-nextjs-data', headers: () => ({ 'x-nextjs-data': '1' }) },
  {
    what: 'x-invoke-*',
    headers: (path) => ({
      'x-invoke-path': path,
      'x-invoke-query': '%7B%7D',
      'x-invoke-output': path,
      'x-invoke-status': '200',
    }),
  },
  { what: 'x-invoke-error', headers: () => ({ 'x-invoke-status': '500', 'x-invoke-error': '{"message":"x"}' }) },
  { what: 'x-matched-path', headers: (path) => ({ 'x-matched-path': path, 'x-now-route-matches': '1=x' }) },
  {
    what: 'x-prerender-revalidate',
    headers: () => ({ 'x-prerender-revalidate': 'x', 'x-prerender-revalidate-if-generated': '1' }),
  },
  { what: 'next-resume', headers: () => ({ 'next-resume': '1', 'x-nextjs-postponed': '1' }) },
  {
    what: 'x-original-url',
    headers: (path) => ({ 'x-original-url': path, 'x-rewrite-url': path, 'x-forwarded-uri': path }),
  },
  { what: 'x-forwarded-host', headers: () => ({ 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }) },
  { what: 'another host', headers: () => ({ host: 'evil.example' }) },
  {
    what: 'x-nonce',
    headers: () => ({ 'x-nonce': 'planted', 'content-security-policy': `script-src 'nonce-planted'` }),
  },
  { what: 'x-real-ip of this machine', headers: () => ({ 'x-real-ip': '127.0.0.1', 'x-forwarded-for': '127.0.0.1' }) },
  { what: 'next-action', headers: () => ({ 'next-action': '0'.repeat(42) }) },
  {
    what: 'a method in a header',
    headers: () => ({ 'x-http-method-override': 'POST', 'x-method-override': 'DELETE' }),
  },
  { what: 'a range', headers: () => ({ range: 'bytes=0-99', 'if-range': '"x"' }) },
  { what: 'any validator', headers: () => ({ 'if-none-match': '*', 'if-modified-since': new Date().toUTCString() }) },
  { what: 'a draft cookie', headers: () => ({ cookie: '__prerender_bypass=x; __next_preview_data=x' }) },
  { what: 'a cookie of nobody', headers: () => ({ cookie: 'in=x.y.z; __Host-in=x; next-auth.session-token=x' }) },
];
const METHODS: Variant[] = ['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'POST'].map((method) => ({
  what: method,
  method,
}));
const VARIANTS = [...PATHS, ...HEADERS, ...METHODS];

/** The words of an answer, a page's or a payload's. */
const wordsOf = (html: string): string[] =>
  html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .split(/<[^>]*>/)
    .map((text) => text.trim())
    .filter((text) => text.length >= 9);

test('no other way to write an address, and no header, gives anyone a word that the address would not', async ({
  attacked: { whole, strangers },
}) => {
  test.setTimeout(300_000);
  const nobody = { who: 'nobody', kind: 'nobody', token: null };
  const pages = [...new Map(whole.pages.map((page) => [page.route, page])).values()];
  const wrong: string[] = [];
  for (const [nth, page] of pages.entries()) {
    const own = wordsOf((await getAs(whole, page.as, page.path)).text);
    for (const who of [nobody, strangers[nth % strangers.length]!]) {
      const given = new Set(wordsOf((await getAs(whole, who, page.path)).text));
      const secret = [...new Set(own)].filter((word) => !given.has(word));
      const cookie = await cookieOf(whole, who);
      // In a sample each route is tried with every tenth of them: a neighbor with the next.
      for (const variant of VARIANTS.filter((_, at) => (at + nth) % volume({ everyday: 10, deep: 1 }) === 0)) {
        wrong.push(...(await faultsOf(page, variant, secret, cookie)).map((fault) => `${fault} for ${who.kind}`));
      }
    }
  }
  expect(wrong.join('\n')).toBe('');

  async function faultsOf(page: PageOf, variant: Variant, secret: string[], cookie: Headers): Promise<string[]> {
    const more = variant.headers?.(page.path) ?? {};
    const headers =
      more.cookie && cookie.cookie ? { ...more, cookie: `${cookie.cookie}; ${more.cookie}` } : { ...cookie, ...more };
    const path = variant.path?.(page.path) ?? page.path;
    const what = `${variant.method ?? 'GET'} ${page.route} with ${variant.what}`;
    const { status, text, headers: head } = await ask(whole.app.origin, path, { method: variant.method, headers });
    const faults: string[] = [];
    if (status >= 500) faults.push(`${what} answers ${status}`);
    if (head['x-planted'] || text.includes('nonce="planted"')) faults.push(`${what} lets something in`);
    if (/evil\.example/.test(String(head.location) + text)) faults.push(`${what} leads elsewhere`);
    const told = secret.find((word) => text.includes(word));
    if (told) faults.push(`${what} tells “${told.slice(0, 60)}” (${status})`);
    return faults;
  }
});
