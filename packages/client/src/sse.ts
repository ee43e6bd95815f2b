/** A reader of `text/event-stream` (HTML standard, 9.2) over `fetch`, so that a server function in the page can answer. */
export type StreamEvent = {name: string; data: string};

/** Cuts a stream of text into events; what is incomplete waits for the next piece. Comments and ids are passed over. */
export function eventCutter(): (piece: string) => StreamEvent[] {
  let rest = '';
  return (piece) => {
    const blocks = (rest + piece).replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.map(readBlock).filter((event) => event.data);
  };
}

function readBlock(block: string): StreamEvent {
  const event = {name: 'message', data: ''};
  for (const line of block.split('\n')) {
    const [, field, value = ''] = /^(\w+): ?(.*)/.exec(line) ?? [];
    if (field === 'event') event.name = value;
    if (field === 'data') event.data += (event.data && '\n') + value;
  }
  return event;
}

/** Calls back for each event until the stream ends or is aborted; then whoever answers it is told, also in the page. */
export async function readEvents(body: ReadableStream<Uint8Array>, signal: AbortSignal, tell: (event: StreamEvent) => void): Promise<void> {
  const cut = eventCutter();
  const text = new TextDecoder();
  const reader = body.getReader();
  signal.addEventListener('abort', () => { reader.cancel().catch(() => null); });
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return;
    cut(text.decode(value, {stream: true})).forEach(tell);
  }
}
