import { parseJson, PIECE } from '../core/json.js';
import { maskedJson, mayHold } from '../core/mask.js';
import { inSlices } from '../core/slices.js';
import type { Reply } from './transport.js';

/**
 * What an answer says, without any secret.
 * @param arrived told of the bytes of a good one that takes turns to be read, before it is
 */
export async function readReply(
  reply: Reply,
  secrets: readonly string[],
  arrived?: (bytes: ArrayBuffer) => void,
): Promise<Reply> {
  const { text, status, bytes } = reply;
  if (!text) return reply;
  const isLarge = text.length > PIECE;
  const isGood = status === 200;
  const holds = await inSlices(mayHold(text, secrets));
  if (isLarge && isGood && !holds) arrived?.(bytes!);
  try {
    // What is not JSON, such as a gateway's page, is told apart by its status alone; and so is what takes so many words to fail.
    const body = !isLarge || isGood ? await parseJson(text) : undefined;
    if (!holds) return { ...reply, body };
    const told = await inSlices(maskedJson(body, secrets));
    return { ...reply, bytes: undefined, text: told, body: await parseJson(told) };
  } catch {
    return holds ? { ...reply, bytes: undefined, text: undefined } : reply;
  }
}
