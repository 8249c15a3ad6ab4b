import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { FormatProbe, type ReplyFormat } from '../../../src/llm/reply-format.ts';
import { replyKey } from '../../../src/llm/key.ts';
import { clientOf, requestFor, serving } from './helpers.ts';

const shape = { name: 'task', schema: { type: 'object', properties: {}, additionalProperties: false } };
const request = requestFor({ shape });

interface Body {
  readonly response_format?: { readonly type: string };
}

/** A server that answers by a request's body; an error has status 400. */
async function answering(answer: (body: unknown) => object): Promise<string> {
  const reply = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const message = answer(JSON.parse(await text(incoming)));
    const status = 'error' in message ? 400 : 200;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(message));
  };
  return await serving((incoming, response) => void reply(incoming, response));
}

/** A server that refuses some formats, and notes what it was asked for. */
async function picky(refused: readonly string[]) {
  const formats: string[] = [];
  const url = await answering((body) => {
    const format = (body as Body).response_format?.type ?? 'off';
    formats.push(format);
    return refused.includes(format) ? { error: { message: `no ${format}` } } : completion;
  });
  return { url, formats };
}

const completion = { model: 'm', choices: [{ finish_reason: 'stop', message: { content: '{}' } }] };

function memory(known?: ReplyFormat) {
  const notes: ReplyFormat[] = [];
  return {
    notes,
    known: () => Promise.resolve(notes.at(-1) ?? known),
    remember: (format: ReplyFormat) => Promise.resolve(void notes.push(format)),
  };
}

describe('the format of a reply in JSON', () => {
  test.each([
    [[], ['json_schema'], ['json_schema', 'json_schema']],
    [['json_schema'], ['json_object'], ['json_schema', 'json_object', 'json_object']],
    [['json_schema', 'json_object'], ['off'], ['json_schema', 'json_object', 'off', 'off']],
  ])('is found out once, where %j are refused, and remembered', async (refused, notes, asked) => {
    const { url, formats } = await picky(refused);
    const formatMemory = memory();
    const client = clientOf(url, { replyFormat: 'auto', formatMemory });
    expect(await client.complete(request)).toMatchObject({ ok: true });
    expect(await client.complete(request)).toMatchObject({ ok: true });
    expect(formats).toEqual(asked);
    expect(formatMemory.notes).toEqual(notes);
  });

  test('is taken from an earlier process', async () => {
    const { url, formats } = await picky(['json_schema']);
    const formatMemory = memory('json_object');
    await clientOf(url, { replyFormat: 'auto', formatMemory }).complete(request);
    expect([formats, formatMemory.notes]).toEqual([['json_object'], []]);
  });

  test('is not to blame for a request that is bad in every one', async () => {
    const { url, formats } = await picky(['json_schema', 'json_object', 'off']);
    const formatMemory = memory();
    const client = clientOf(url, { replyFormat: 'auto', formatMemory });
    expect(await client.complete(request)).toMatchObject({ ok: false, fault: { code: 'bad-request' } });
    expect([formats.length, formatMemory.notes]).toEqual([3, []]);
  });

  test('is asked for only where a request wants one, and by default not at all', async () => {
    const { url, formats } = await picky([]);
    await clientOf(url, { replyFormat: 'json_schema' }).complete(requestFor());
    await clientOf(url).complete(request);
    await clientOf(url, { replyFormat: 'json_object' }).complete(request);
    expect(formats).toEqual(['off', 'off', 'json_object']);
  });

  test('does not change the key of the reply', () => {
    const name = { endpoint: 'e', model: 'm' };
    expect(replyKey(request, name)).toBe(replyKey(requestFor(), name));
    expect(replyKey(request, { ...name, extra: { reasoning_effort: 'low' } })).not.toBe(replyKey(request, name));
  });

  test('is probed by requests in flight together without harm', async () => {
    const probe = new FormatProbe(memory());
    const sent: ReplyFormat[] = [];
    const send = async (format: ReplyFormat): Promise<boolean> => {
      sent.push(format);
      return format === 'json_schema';
    };
    await Promise.all([1, 2, 3].map(() => probe.ask(send, (isRefused) => isRefused)));
    await probe.ask(send, (isRefused) => isRefused);
    expect(sent.at(-1)).toBe('json_object');
    expect(sent.length).toBeLessThanOrEqual(7);
  });
});

describe('further members of a request', () => {
  test('go out with it, and a null takes one out', async () => {
    const bodies: unknown[] = [];
    const url = await answering((body) => {
      bodies.push(body);
      return completion;
    });
    const extra = { reasoning_effort: 'low', temperature: null };
    const client = clientOf(url, { extra, tokenLimitName: 'max_completion_tokens' });
    await client.complete(requestFor({ maxTokens: 9 }));
    expect(bodies).toEqual([expect.objectContaining({ reasoning_effort: 'low', max_completion_tokens: 9 }) as object]);
    expect(bodies[0]).not.toHaveProperty('temperature');
  });
});
