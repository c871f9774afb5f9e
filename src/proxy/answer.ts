/** An answer of the proxy: a whole body, and no stream. */
export interface Answer {
  status: number;
  headers: Headers;
  body: Uint8Array | string | null;
}

export const answer = (body: Answer['body'], headers: Headers | Record<string, string> = {}, status = 200): Answer => ({
  status,
  headers: new Headers(headers),
  body,
});

export const jsonAnswer = (body: unknown, headers: Record<string, string> = {}): Answer =>
  answer(JSON.stringify(body), { 'Content-Type': 'application/json', ...headers });

/** What a host answers himself. */
export const answerOf = async (response: Response): Promise<Answer> =>
  answer(new Uint8Array(await response.arrayBuffer()), response.headers, response.status);

/** These have no body, not even an empty one (RFC 9110, 15.3.5, 15.3.6 and 15.4.5). */
const BODILESS = new Set([204, 205, 304]);

export const responseOf = ({ status, headers, body }: Answer, method: string): Response =>
  new Response(BODILESS.has(status) || method === 'HEAD' ? null : (body as ConstructorParameters<typeof Response>[0]), {
    status,
    headers,
  });
