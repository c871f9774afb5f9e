/**
 * A request as the proxy reads it. Making a `Request` and a `Response` costs a server more than a hit does, so the listener for
 * Node's own servers does without them (see node.ts).
 */
export interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly headers: Pick<Headers, 'get'>;
  /** Aborted when whoever asks has left. */
  readonly signal: AbortSignal;
  /** Begins to hand over the body; undefined: there is none. */
  readonly pour?: Pour;
  /** For the host, without the body: that is read within bounds, and only afterwards. */
  request(): Request;
}

/** Told of the parts of a body as they arrive, and then of one of the two ends. */
export interface Vessel {
  part(bytes: Uint8Array): void;
  end(): void;
  cut(): void;
}

/** @returns what ends it early */
export type Pour = (into: Vessel) => () => void;

export function incoming(request: Request): Incoming {
  const { method, url, headers, signal, body } = request;
  return {
    method,
    url: new URL(url),
    headers,
    signal,
    pour: body ? (into) => pour(body, into) : undefined,
    request: () => new Request(url, { method, headers }),
  };
}

function pour(body: ReadableStream<Uint8Array>, into: Vessel): () => void {
  const reader = body.getReader();
  const read = async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return into.end();
      into.part(value);
    }
  };
  read().catch(() => into.cut());
  return () => void reader.cancel().catch(() => {});
}
