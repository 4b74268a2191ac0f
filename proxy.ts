// The headers of every answer but static files. Headers only: who may see what is decided in page(), action() and Postgres.
import { NextResponse, type NextRequest } from 'next/server';
import { csrfCookie } from '@/lib/accounts/csrf';
import { keepPlace, PATH_HEADER, pathOf } from '@/lib/accounts/curtain/place';
import { readPublicEnv } from '@/lib/env';
import { contentSecurityPolicy, fixedHeaders, isPublicFile, loopbackTwin } from '@/lib/response-headers';

export function proxy(request: NextRequest) {
  const env = readPublicEnv();
  const { pathname, search } = request.nextUrl;
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (isReading && loopbackTwin(request.headers.get('host'), env.appOrigin) && !pathname.startsWith('/api/')) {
    return withFixedHeaders(sendTo(env.appOrigin + pathname + search), pathname);
  }

  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = contentSecurityPolicy({ nonce, pathname, ...env });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  headers.set(PATH_HEADER, pathOf(request.nextUrl));
  // The sign-in form carries next-auth's token, whose cookie a page can't set for itself. Every page brings it, because
  // an action may lead to the sign-in without another request.
  const isPage = isReading && !pathname.startsWith('/api/') && !isPublicFile(pathname);
  const csrf = isPage ? csrfFor(request) : null;
  if (csrf?.isNew) headers.set('cookie', withCookie(headers.get('cookie'), csrf));
  const response = withFixedHeaders(NextResponse.next({ request: { headers } }), pathname);
  if (csrf?.isNew) response.cookies.set(csrf.name, csrf.value, csrf.options);
  if (isPage) keepPlace(request, response);
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

const csrfFor = (request: NextRequest) => csrfCookie((name) => request.cookies.get(name)?.value);

function withCookie(header: string | null, { name, value }: { name: string; value: string }) {
  const others = (header ?? '').split(/;\s*/).filter((cookie) => cookie !== '' && !cookie.startsWith(`${name}=`));
  return [...others, `${name}=${encodeURIComponent(value)}`].join('; ');
}

/** Next makes a redirect between two names of this machine relative, which would lead back here for ever. */
function sendTo(address: string) {
  const headers = {
    Refresh: `0;url=${address}`,
    'Content-Type': 'text/plain',
    'Content-Security-Policy': `default-src 'none'`,
  };
  return new NextResponse(`Hearth is at ${address}\n`, { headers });
}

function withFixedHeaders(response: NextResponse, pathname: string) {
  for (const [name, value] of fixedHeaders(readPublicEnv().isHttps)) response.headers.set(name, value);
  if (!isPublicFile(pathname)) response.headers.set('Cache-Control', 'no-store');
  return response;
}

export const config = { matcher: '/((?!_next/static/).*)' };
