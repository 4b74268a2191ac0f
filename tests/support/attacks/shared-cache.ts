// A shared cache as RFC 9111 allows one between people and a site: as eager as it may be. It keeps whatever nobody forbids, answers
// others from it while it is fresh, cuts ranges out of what it holds and asks again with a validator afterwards.
import http from 'node:http';
import type { AddressInfo } from 'node:net';

type Stored = {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
  varied: [string, string | undefined][];
  freshUntil: number;
};

export interface SharedCache {
  origin: string;
  /** How many answers came out of the cache, and how many were put into it. */
  counts: { hits: number; kept: number };
  stop(): Promise<void>;
}

/** What may be kept without a word of the origin (RFC 9110, 15.1), and for how long this cache then guesses. */
const UNDERSTOOD = new Set([200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501]);
const GUESSED_SECONDS = 60;

export async function startSharedCache(origin: string): Promise<SharedCache> {
  const store = new Map<string, Stored[]>();
  const counts = { hits: 0, kept: 0 };
  const server = http.createServer((request, answer) => {
    void relay(request, answer).catch(() => answer.writeHead(502).end());
  });

  async function relay(request: http.IncomingMessage, answer: http.ServerResponse) {
    const key = request.url!;
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    const asked = directives(request.headers['cache-control']);
    const held = isReading ? store.get(key)?.find((one) => fits(one, request.headers)) : undefined;
    if (held && held.freshUntil > Date.now() && !asked.has('no-cache') && !asked.has('no-store')) {
      counts.hits += 1;
      return give(held, request, answer);
    }
    // Without its range, so that the whole can be kept and the range be cut from it, as caches do.
    const { range: _range, ...headers } = request.headers;
    if (held?.headers.etag) headers['if-none-match'] = held.headers.etag;
    const fresh = await fetchFrom(origin, { method: request.method!, path: key, headers, body: request });
    if (fresh.status === 304 && held) {
      counts.hits += 1;
      held.freshUntil = Date.now() + lifetimeOf(fresh.headers) * 1000;
      return give(held, request, answer);
    }
    if (!isReading) store.delete(key);
    if (request.method === 'GET' && mayKeep(request, fresh)) {
      const varied = String(fresh.headers.vary ?? '')
        .split(',')
        .map((name) => name.trim().toLowerCase())
        .filter(Boolean)
        .map((name): [string, string | undefined] => [name, request.headers[name] as string | undefined]);
      const kept = { ...fresh, varied, freshUntil: Date.now() + lifetimeOf(fresh.headers) * 1000 };
      store.set(key, [kept, ...(store.get(key) ?? []).filter((one) => !fits(one, request.headers))]);
      counts.kept += 1;
    }
    return give(fresh, request, answer);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function give(
  { status, headers, body }: Omit<Stored, 'varied' | 'freshUntil'>,
  { headers: asked, method }: http.IncomingMessage,
  answer: http.ServerResponse,
) {
  const { connection: _c, 'transfer-encoding': _t, 'content-length': _l, ...passed } = headers;
  const range = status === 200 ? /^bytes=(\d+)-(\d*)$/.exec(asked.range ?? '') : null;
  if (!range) return answer.writeHead(status, passed).end(method === 'HEAD' ? undefined : body);
  const part = body.subarray(Number(range[1]), range[2] ? Number(range[2]) + 1 : undefined);
  const span = `bytes ${range[1]}-${Number(range[1]) + part.length - 1}/${body.length}`;
  return answer.writeHead(206, { ...passed, 'content-range': span }).end(part);
}

/** Section 3: nothing forbids it, it is no answer to credentials in the header, and how long it lasts is said or may be guessed. */
function mayKeep({ headers }: http.IncomingMessage, fresh: Pick<Stored, 'status' | 'headers'>): boolean {
  const said = directives(fresh.headers['cache-control']);
  if (said.has('no-store') || said.has('private') || directives(headers['cache-control']).has('no-store')) return false;
  if (headers.authorization && !['public', 's-maxage', 'must-revalidate'].some((one) => said.has(one))) return false;
  if (String(fresh.headers.vary ?? '').trim() === '*') return false;
  return (
    UNDERSTOOD.has(fresh.status) ||
    ['public', 's-maxage', 'max-age'].some((one) => said.has(one)) ||
    !!fresh.headers.expires
  );
}

function lifetimeOf(headers: http.IncomingHttpHeaders): number {
  const said = directives(headers['cache-control']);
  if (said.has('no-cache')) return 0;
  const given = said.get('s-maxage') ?? said.get('max-age');
  if (given !== undefined) return Number(given) || 0;
  if (headers.expires) return Math.max(0, (Date.parse(headers.expires) - Date.now()) / 1000 || 0);
  return GUESSED_SECONDS;
}

const fits = ({ varied }: Stored, asked: http.IncomingHttpHeaders) =>
  varied.every(([name, value]) => (asked[name] as string | undefined) === value);

const directives = (header: string | undefined): Map<string, string> =>
  new Map(
    (header ?? '')
      .toLowerCase()
      .split(',')
      .map((one) => one.trim().split('='))
      .map(([name = '', value = '']): [string, string] => [name, value.replaceAll('"', '')]),
  );

type Asked = { method: string; path: string; headers: http.IncomingHttpHeaders; body: http.IncomingMessage };

function fetchFrom(origin: string, { method, path, headers, body }: Asked) {
  const { hostname, port, host } = new URL(origin);
  return new Promise<Pick<Stored, 'status' | 'headers' | 'body'>>((resolve, reject) => {
    const request = http.request(
      {
        hostname,
        port,
        path,
        method,
        headers: { ...headers, host, connection: 'close', 'accept-encoding': 'identity' },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(parts) }),
        );
      },
    );
    request.on('error', reject);
    body.pipe(request);
  });
}
