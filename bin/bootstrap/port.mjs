// Free and taken ports.
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Null when the port is free, or else the reason's code. */
export function whyNotFree(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

export function anyFreePort(host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** A port that something we just ended still holds becomes free within moments. */
export async function whyStillNotFree(port, host, patience) {
  const until = Date.now() + patience;
  for (;;) {
    const why = await whyNotFree(port, host);
    if (why === null || Date.now() >= until) return why;
    await wait(50);
  }
}

export async function nextFreePort(after, host) {
  for (let port = after + 1; port < Math.min(after + 100, 65536); port += 1) {
    if ((await whyNotFree(port, host)) === null) return port;
  }
  return anyFreePort(host);
}
