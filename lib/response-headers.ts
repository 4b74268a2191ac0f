/** What every answer says to the browser about itself, and the content security policy of each door. */
import 'server-only';
import type { PublicEnv } from './env';

const clinicPaths =
  /^\/(today|caseload|couples|people|library|settings|schedule|access-log|supervision|process-notes)(\/|$)/;
const publicFiles = /^\/(favicon\.ico|(icon|apple-icon)[^/]*|manifest\.webmanifest|robots\.txt)$/;
const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Strict wherever a partner can be. In the clinic style attributes are allowed besides, because
 * React Aria places its popovers with them.
 */
export function contentSecurityPolicy({
  nonce,
  pathname,
  isHttps,
  isDevelopment,
}: { nonce: string; pathname: string } & Pick<PublicEnv, 'isHttps' | 'isDevelopment'>) {
  const directives = [
    `default-src 'none'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? ` 'unsafe-eval'` : ''}`,
    isDevelopment ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    ...(clinicPaths.test(pathname) ? [`style-src-attr 'unsafe-inline'`] : []),
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ];
  return directives.join('; ');
}

const always: [string, string][] = [
  // Not no-referrer: under it a browser sends "Origin: null" with a form, and every form without JavaScript would be refused.
  ['Referrer-Policy', 'same-origin'],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['X-Robots-Tag', 'noindex, nofollow'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  [
    'Permissions-Policy',
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  ],
];
const overHttps: [string, string][] = [...always, ['Strict-Transport-Security', 'max-age=63072000; includeSubDomains']];

export function fixedHeaders(isHttps: boolean) {
  return isHttps ? overHttps : always;
}

/** Icons and the manifest say nothing about anyone and may be kept; everything else is not stored anywhere. */
export function isPublicFile(pathname: string) {
  return publicFiles.test(pathname);
}

/**
 * Whether a request came to this machine under another of its loopback names than the one Hearth goes by;
 * there every form would be refused for its origin.
 */
export function loopbackTwin(host: string | null, appOrigin: string) {
  const own = new URL(appOrigin);
  if (!host || host === own.host || !loopbackNames.has(own.hostname)) return false;
  const name = host.replace(/:\d+$/, '');
  return loopbackNames.has(name) && host.slice(name.length) === own.host.slice(own.hostname.length);
}
