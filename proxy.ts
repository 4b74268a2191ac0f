// The headers of every answer but static files. Headers only: who may see what is decided in page(), action() and Postgres.
import { NextResponse, type NextRequest } from 'next/server';
import { csrfCookie } from '@/lib/accounts/csrf';
import { readPublicEnv } from '@/lib/env';
import { contentSecurityPolicy, fixedHeaders, isPublicFile, loopbackTwin } from '@/lib/response-headers';

export function proxy(request: NextRequest) {
  const env = readPublicEnv();
  const { pathname, search } = request.nextUrl;
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (isReading && loopbackTwin(request.headers.get('host'), env.appOrigin) && !pathname.startsWith('/api/')) {
    return withFixedHeaders(NextResponse.redirect(new URL(pathname + search, env.appOrigin), 307), pathname);
  }

  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = contentSecurityPolicy({ nonce, pathname, ...env });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  // The sign-in form carries next-auth's token, whose cookie a page can't set for itself.
  const csrf = pathname === '/sign-in' && isReading ? csrfFor(request) : null;
  if (csrf?.isNew) headers.set('cookie', withCookie(headers.get('cookie'), csrf));
  const response = withFixedHeaders(NextResponse.next({ request: { headers } }), pathname);
  if (csrf?.isNew) response.cookies.set(csrf.name, csrf.value, csrf.options);
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

const csrfFor = (request: NextRequest) => csrfCookie((name) => request.cookies.get(name)?.value);

function withCookie(header: string | null, { name, value }: { name: string; value: string }) {
  const others = (header ?? '').split(/;\s*/).filter((cookie) => cookie !== '' && !cookie.startsWith(`${name}=`));
  return [...others, `${name}=${encodeURIComponent(value)}`].join('; ');
}

function withFixedHeaders(response: NextResponse, pathname: string) {
  for (const [name, value] of fixedHeaders(readPublicEnv().isHttps)) response.headers.set(name, value);
  if (!isPublicFile(pathname)) response.headers.set('Cache-Control', 'no-store');
  return response;
}

export const config = { matcher: '/((?!_next/static/).*)' };
