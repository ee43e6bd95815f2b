/** One request on its way: how long it may take, and when it may be sent again. */

/** How often a request is sent at most, the first time included. */
const tries = 3;
/** The longest `Retry-After` that is waited for without asking the person. */
const patience = 10;
const passing = new Set([429, 502, 503, 504]);

export type Wire = (request: Request) => Promise<Response>;

const wait = (seconds: number, signal: AbortSignal) => new Promise<void>((done, stopped) => {
  const timer = setTimeout(done, seconds * 1000);
  signal.addEventListener('abort', () => { clearTimeout(timer); stopped(signal.reason as Error); }, {once: true});
});

/** 1, 2, 4 … seconds, 30 % more or less, so that a thousand pages do not come back at the same moment. */
const pause = (attempt: number) => 2 ** attempt * (0.7 + Math.random() * 0.6);

/** Reads, and writes that carry a key, may be sent twice: the second time the server gives the first answer again. */
const repeatable = (request: Request) => request.method === 'GET' || request.headers.has('idempotency-key');

async function once(request: Request, wire: Wire): Promise<Response> {
  const limit = AbortSignal.timeout(request.method === 'GET' ? 10_000 : 30_000);
  return wire(new Request(request.clone(), {signal: AbortSignal.any([request.signal, limit])}));
}

/** Sends a request, and again after a passing failure where that is safe. Obeys `Retry-After` (RFC 9110, seconds). */
export async function send(request: Request, wire: Wire): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    const last = attempt + 1 >= tries || !repeatable(request);
    let seconds = pause(attempt);
    try {
      const response = await once(request, wire);
      const asked = Number(response.headers.get('retry-after'));
      if (last || !passing.has(response.status) || asked > patience) return response;
      seconds = Math.max(asked, seconds);
    } catch (failure) {
      if (last || request.signal.aborted || navigator.onLine === false) throw failure;
    }
    await wait(seconds, request.signal);
  }
}
