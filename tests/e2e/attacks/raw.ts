// A request with whatever headers an attacker's own program sends: no browser stands between.
import http from 'node:http';
import type { PlainForm } from '@/tests/support/page-bytes';

export type Headers = Record<string, string>;
export type Answered = { status: number; headers: http.IncomingHttpHeaders; text: string };

export function ask(
  origin: string,
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Headers; body?: Buffer | string } = {},
): Promise<Answered> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    // The path goes out as it is written, also where a URL would be tidied up.
    const request = http.request(
      { hostname, port, path, method, headers: { connection: 'close', ...headers } },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(parts).toString('utf8'),
          }),
        );
        answer.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** A form of a page as the bytes a browser without JavaScript sends, with its first button. */
export async function bodyOf(form: PlainForm, more: [string, string][] = []): Promise<{ body: Buffer; type: string }> {
  const data = new FormData();
  for (const [name, value] of [...form.fields, ...(form.button ? [form.button] : []), ...more])
    data.append(name, value);
  const response = new Response(data);
  return { body: Buffer.from(await response.arrayBuffer()), type: response.headers.get('content-type')! };
}
