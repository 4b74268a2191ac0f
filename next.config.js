// Read at build and again at each start, so nothing here may depend on the environment.
import path from 'node:path';

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  devIndicators: false,
  agentRules: false,
  turbopack: { root: path.resolve(import.meta.dirname) },
  // Finds its own files beside it.
  serverExternalPackages: ['pg-boss'],
  images: { unoptimized: true },
  // A browser that has a page before the line that names its icon asks for this address.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  // Static files are the only answers that do not pass through proxy.ts.
  headers: async () => [
    {
      source: '/_next/static/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
      ],
    },
  ],
};

export default config;
