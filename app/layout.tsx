import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import './globals.css';

// A page that is not rendered per request would be sent without its nonce and with a shared cache header.
export const dynamic = 'force-dynamic';

// No title: every page brings its own neutral one, and of two a browser would show the first.
export const metadata: Metadata = {
  robots: { index: false, follow: false },
  // Under no-referrer a browser sends "Origin: null" with a form, and every form without script would be refused.
  referrer: 'same-origin',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf8f4' },
    { media: '(prefers-color-scheme: dark)', color: '#171310' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang="en">
      <head>{nonce ? <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning /> : null}</head>
      <body>{children}</body>
    </html>
  );
}
