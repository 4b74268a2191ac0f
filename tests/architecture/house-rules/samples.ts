// For every house rule: small trees it must refuse and small trees it must leave alone.
export interface Sample {
  rule: string;
  what: string;
  files: Record<string, string>;
}

const serverFile = (body: string) => `'use server';\nimport { action } from '@/lib/action';\n${body}`;
const ACTIONS = 'app/(clinic)/people/actions.ts';
const PAGE = 'app/(clinic)/people/page.tsx';
const ROUTE = 'app/api/drafts/route.ts';
const PORTAL = 'app/(portal)/home/page.tsx';

const ACTION_RULE = 'actions are made by action()';
const PAGE_RULE = 'pages are made by page()';
const ROUTE_RULE = 'routes are made by route()';
const SERVER_ONLY_RULE = 'lib is server-only';
const RAW_RULE = 'no raw SQL outside the access layer';
const HTML_RULE = 'no HTML is injected';
const STYLE_RULE = 'no inline style reaches the portal';
const WORDS_RULE = 'nothing grades or cheers a partner';

const one = (rule: string, what: string, path: string, text: string): Sample => ({
  rule,
  what,
  files: { [path]: text },
});
const LIB = 'lib/people/verb.ts';
const PART = 'components/people/part.tsx';

export const refused: Sample[] = [
  one('chance is drawn by node:crypto alone', 'Math.random', LIB, 'const code = Math.random().toString(36);'),
  one('nothing is kept in the browser', 'a text in localStorage', PART, 'localStorage.setItem("draft", text);'),
  one('nothing is kept in the browser', 'window.indexedDB', PART, 'window.indexedDB.open("x");'),
  one('secrets are compared in constant time', 'a token', LIB, 'if (given === row.token) open();'),
  one('secrets are compared in constant time', 'a hash', LIB, 'const isSame = tokenHash !== expected;'),
  one('nothing but our own address is asked', 'an address from a row', LIB, 'await fetch(practice.closeUrl);'),
  one('nothing but our own address is asked', 'another host', PART, 'fetch("https://evil.example/x");'),
  one('nothing but our own address is asked', 'another host without its scheme', PART, 'fetch("//evil.example/x");'),
  one('nothing but our own address is asked', 'a socket', PART, 'new WebSocket(address);'),
  one('no text becomes a program', 'eval', LIB, 'eval(text);'),
  one('no text becomes a program', 'a function of a text', PART, 'new Function(text)();'),
  one('no text becomes a program', 'another program', LIB, 'import { exec } from "node:child_process";'),
  {
    rule: ACTION_RULE,
    what: 'a plain async function',
    files: { [ACTIONS]: serverFile('export async function remove() {}') },
  },
  {
    rule: ACTION_RULE,
    what: 'a constant that is not an action',
    files: { [ACTIONS]: serverFile('export const remove = async () => {};') },
  },
  {
    rule: ACTION_RULE,
    what: 'an action() of its own',
    files: {
      [ACTIONS]: `'use server';\nimport { action } from './action';\nexport const remove = action('clinic', a, b);`,
    },
  },
  { rule: ACTION_RULE, what: 'a re-export', files: { [ACTIONS]: serverFile(`export { remove } from './other';`) } },
  {
    rule: ACTION_RULE,
    what: 'everything of another file',
    files: { [ACTIONS]: serverFile(`export * from './other';`) },
  },
  {
    rule: ACTION_RULE,
    what: 'a function named in an export list',
    files: { [ACTIONS]: serverFile('const remove = async () => {};\nexport { remove };') },
  },
  {
    rule: ACTION_RULE,
    what: 'a default export',
    files: { [ACTIONS]: serverFile('export default async function () {}') },
  },
  {
    rule: ACTION_RULE,
    what: 'a variable that may be replaced',
    files: { [ACTIONS]: serverFile(`let remove = action('clinic', a, b);\nexport { remove };`) },
  },
  {
    rule: ACTION_RULE,
    what: 'an inline server function',
    files: { [PAGE]: `export function Form() { return <form action={async () => { 'use server'; }} />; }` },
  },
  {
    rule: PAGE_RULE,
    what: 'a plain component',
    files: { [PAGE]: 'export default async function People() { return null; }' },
  },
  {
    rule: PAGE_RULE,
    what: 'a page() of its own',
    files: { [PAGE]: `import { page } from './page-maker';\nexport default page({});` },
  },
  {
    rule: PAGE_RULE,
    what: 'a wrapped component',
    files: { [PAGE]: `const People = memo(() => null);\nexport default People;` },
  },
  { rule: PAGE_RULE, what: 'no default export', files: { [PAGE]: 'export const dynamic = "force-dynamic";' } },
  { rule: ROUTE_RULE, what: 'a plain handler', files: { [ROUTE]: 'export async function POST() {}' } },
  { rule: ROUTE_RULE, what: 'a handler from elsewhere', files: { [ROUTE]: `export { POST } from './post';` } },
  {
    rule: ROUTE_RULE,
    what: 'a handler that is a constant',
    files: { [ROUTE]: 'export const GET = async () => new Response();' },
  },
  {
    rule: SERVER_ONLY_RULE,
    what: 'a verb without the mark',
    files: { 'lib/people/remove-person.ts': 'export const removePerson = 1;' },
  },
  {
    rule: SERVER_ONLY_RULE,
    what: 'a verb with the mark too late',
    files: { 'lib/people/remove-person.ts': `import { z } from 'zod';\nimport 'server-only';` },
  },
  {
    rule: RAW_RULE,
    what: 'sql.raw in a query',
    files: { 'db/queries/people.ts': 'export const q = (name) => sql.raw(name);' },
  },
  {
    rule: RAW_RULE,
    what: 'sql["raw"] in a verb',
    files: { 'lib/people/list-people.ts': `export const q = (name) => sql['raw'](name);` },
  },
  { rule: 'files are short', what: '351 lines', files: { 'lib/long.ts': 'const a = 1;\n'.repeat(351) } },
  {
    rule: 'folders are small',
    what: '19 files',
    files: Object.fromEntries(Array.from({ length: 19 }, (_, n) => [`lib/people/verb-${n}.ts`, ''])),
  },
  {
    rule: HTML_RULE,
    what: 'markup from a text',
    files: {
      'components/notes/note.tsx': 'export const Note = () => <p dangerouslySetInnerHTML={{ __html: text }} />;',
    },
  },
  {
    rule: HTML_RULE,
    what: 'markup by a spread',
    files: { 'components/notes/note.tsx': 'const more = { dangerouslySetInnerHTML: { __html: text } };' },
  },
  {
    rule: HTML_RULE,
    what: 'markup through the document',
    files: { 'components/notes/note.tsx': 'element.innerHTML = text;' },
  },
  {
    rule: STYLE_RULE,
    what: 'a style on a portal page',
    files: { [PORTAL]: 'export const A = () => <p style={{ color: "red" }} />;' },
  },
  {
    rule: STYLE_RULE,
    what: 'a style two imports away',
    files: {
      [PORTAL]: `import { Card } from '@/components/portal/card';`,
      'components/portal/card.tsx': `import { Panel } from '../ui/panel';`,
      'components/ui/panel.tsx': 'export const Panel = () => <div style={{ width: 3 }} />;',
    },
  },
  {
    rule: WORDS_RULE,
    what: 'a grading word in markup',
    files: { [PORTAL]: 'export const A = () => <p>You missed a day</p>;' },
  },
  {
    rule: WORDS_RULE,
    what: 'a grading word in a label',
    files: { [PORTAL]: 'export const A = () => <button aria-label="Overdue" />;' },
  },
  {
    rule: WORDS_RULE,
    what: 'a streak in a template',
    files: { 'components/portal/a.tsx': 'export const say = (n) => `${n} day streak`;' },
  },
  {
    rule: WORDS_RULE,
    what: 'an exclamation mark',
    files: { 'components/portal/a.tsx': 'export const A = () => <p>Well done!</p>;' },
  },
  { rule: WORDS_RULE, what: 'an emoji', files: { 'components/portal/a.tsx': `export const done = '\u{1F389}';` } },
  {
    rule: WORDS_RULE,
    what: 'a failure in a constant',
    files: { 'components/portal/a.tsx': `const text = 'Saving failed.';` },
  },
];

export const allowed: Sample[] = [
  one(
    'secrets are compared in constant time',
    'whether there is one',
    LIB,
    'if (token === null || typeof hash !== "string") leave();',
  ),
  one('nothing but our own address is asked', 'an address of our own', PART, 'fetch("/api/stay", { method: "POST" });'),
  {
    rule: ACTION_RULE,
    what: 'an action',
    files: { [ACTIONS]: serverFile(`export const remove = action('clinic', schema, verb);`) },
  },
  {
    rule: ACTION_RULE,
    what: 'an action of someone not signed in',
    files: {
      [ACTIONS]: `'use server';\nimport { entryAction } from '@/lib/action';\nexport const accept = entryAction(schema, verb);`,
    },
  },
  {
    rule: ACTION_RULE,
    what: 'an action beside a type',
    files: {
      [ACTIONS]: serverFile(`export type A = 1;\nconst remove = action('clinic', schema, verb);\nexport { remove };`),
    },
  },
  {
    rule: PAGE_RULE,
    what: 'a page',
    files: { [PAGE]: `import { page } from '@/lib/page';\nexport default page({ door: 'clinic', read, view });` },
  },
  {
    rule: PAGE_RULE,
    what: 'a named page',
    files: { [PAGE]: `import { page } from '@/lib/page';\nconst People = page({});\nexport default People;` },
  },
  {
    rule: ROUTE_RULE,
    what: 'a route',
    files: { [ROUTE]: `import { route } from '@/lib/route';\nexport const POST = route('portal', schema, verb);` },
  },
  {
    rule: ROUTE_RULE,
    what: 'a health check',
    files: { 'app/api/health/live/route.ts': 'export const GET = () => new Response();' },
  },
  {
    rule: SERVER_ONLY_RULE,
    what: 'a marked verb',
    files: { 'lib/people/remove-person.ts': `// Why.\nimport 'server-only';` },
  },
  { rule: SERVER_ONLY_RULE, what: 'a schema', files: { 'lib/people/schema.ts': `import { z } from 'zod';` } },
  { rule: SERVER_ONLY_RULE, what: 'a format', files: { 'lib/format/days.ts': 'export const day = 1;' } },
  { rule: RAW_RULE, what: 'sql.raw in the access layer', files: { 'db/access/row-policies.ts': 'sql.raw(word)' } },
  { rule: RAW_RULE, what: 'another raw', files: { 'db/queries/people.ts': 'const a = String.raw`x`; row.raw' } },
  {
    rule: STYLE_RULE,
    what: 'a style in the clinic',
    files: { 'components/ui/bar.tsx': 'export const Bar = () => <i style={{ width: 3 }} />;' },
  },
  {
    rule: WORDS_RULE,
    what: 'a class with a mark',
    files: { 'components/portal/a.tsx': 'export const A = () => <p className="mt-2!">{a !== b && "Saved."}</p>;' },
  },
  {
    rule: WORDS_RULE,
    what: 'the same word in the clinic',
    files: { 'components/caseload/a.tsx': 'export const A = () => <p>Score</p>;' },
  },
];
