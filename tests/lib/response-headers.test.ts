// The browser is told what it may do: strict wherever a partner can be.
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contentSecurityPolicy, fixedHeaders, isPublicFile, loopbackTwin } from '@/lib/response-headers';

const policy = (pathname: string, isHttps = false) =>
  contentSecurityPolicy({ nonce: 'n0nce', pathname, isHttps, isDevelopment: false });

test.each(['/', '/home', '/steps/1/alone', '/write', '/sign-in', '/i/token', '/set-up/token', '/todayish', '/nowhere'])(
  'no inline style, script or eval at %s',
  (pathname) => {
    expect(policy(pathname)).not.toMatch(/unsafe|\*|https?:/);
    expect(policy(pathname)).toContain(`script-src 'self' 'nonce-n0nce' 'strict-dynamic'`);
  },
);

test.each(['/today', '/caseload', '/couples/1/plan', '/people', '/library', '/settings'])(
  'style attributes and nothing else besides at %s',
  (pathname) => {
    expect(policy(pathname).replace(`; style-src-attr 'unsafe-inline'`, '')).toBe(policy('/home'));
  },
);

/** The first words of the addresses whose pages lie in a folder of app/. */
const firstWords = (side: string) =>
  readdirSync(`app/${side}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('/page.tsx'))
    .map((file) => `/${file.split('/')[0]}`);

test('every page of the clinic has the clinic’s policy, and no other page has', () => {
  const clinic = new Set(firstWords('(clinic)'));
  const others = new Set(['(portal)', '(entry)'].flatMap(firstWords));
  expect(Math.min(clinic.size, others.size)).toBeGreaterThan(5);
  const isLoose = (pathname: string) => policy(pathname).includes('style-src-attr');
  expect([...clinic].filter((pathname) => !isLoose(pathname) || !isLoose(`${pathname}/1`))).toEqual([]);
  expect([...others].filter((pathname) => isLoose(pathname))).toEqual([]);
});

test('a page cannot be framed, rebased, or send a form elsewhere', () => {
  for (const part of [`default-src 'none'`, `frame-ancestors 'none'`, `base-uri 'none'`, `form-action 'self'`]) {
    expect(policy('/home').split('; ')).toContain(part);
  }
});

test('only over https is https insisted on', () => {
  const names = (isHttps: boolean) => fixedHeaders(isHttps).map(([name]) => name);
  expect(names(true)).toContain('Strict-Transport-Security');
  expect(names(false)).not.toContain('Strict-Transport-Security');
  const [, said = ''] = fixedHeaders(true).find(([name]) => name === 'Strict-Transport-Security') ?? [];
  expect(Number(/max-age=(\d+)/.exec(said)?.[1])).toBeGreaterThanOrEqual(31_536_000);
  expect(said).toContain('includeSubDomains');
  expect(policy('/home', true)).toContain('upgrade-insecure-requests');
  expect(policy('/home')).not.toContain('upgrade-insecure-requests');
});

test('every answer says not to guess its type, not to tell another site where one was, and to stand in no frame', () => {
  for (const isHttps of [true, false]) {
    const headers = Object.fromEntries(fixedHeaders(isHttps));
    expect(headers).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
      'X-Frame-Options': 'DENY',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
    expect(Object.keys(headers).filter((name) => /^access-control-/i.test(name))).toEqual([]);
  }
});

test('only icons and the manifest may be kept by a cache', () => {
  expect(['/favicon.ico', '/icon.svg', '/manifest.webmanifest'].filter((pathname) => !isPublicFile(pathname))).toEqual(
    [],
  );
  expect(['/', '/home', '/icon/x', '/couples/icon.svg', '/api/drafts'].filter(isPublicFile)).toEqual([]);
});

test('another loopback name of this machine is led to the one Hearth goes by, and no other host is', () => {
  const own = 'http://localhost:3000';
  expect(loopbackTwin('127.0.0.1:3000', own)).toBe(true);
  expect(loopbackTwin('[::1]:3000', own)).toBe(true);
  const others = [null, 'localhost:3000', '127.0.0.1:3001', 'evil.example:3000', '127.0.0.1.evil.example:3000'];
  expect(others.filter((host) => loopbackTwin(host, own))).toEqual([]);
  expect(loopbackTwin('127.0.0.1:3000', 'https://hearth.example')).toBe(false);
});
