import { describe, expect, test } from 'vitest';
import { extractProgram } from '../../../src/bench/extract/extract-program.ts';
import { extractCode, extractJson, extractSuite, extractText, readFields } from '../../../src/replies/index.ts';
import { type ReplyKind, type ReplyShape, replyShapes } from '../support/reply-corpus.ts';

const shapes = replyShapes();

/** How replies of each kind are read. */
const readers: Readonly<Record<ReplyKind, (shape: ReplyShape) => object>> = {
  code: ({ reply, entry_point: entryPoint }) =>
    extractCode(reply, { language: 'ts', ...(entryPoint === undefined ? {} : { entryPoint }) }),
  suite: ({ reply }) => extractSuite(reply),
  text: ({ reply }) => extractText(reply),
  task: ({ reply }) => fieldsOf(reply),
  judgement: ({ reply }) => fieldsOf(reply),
  program: ({ reply, entry_point: entryPoint = '', prompt = '', finish_reason: finishReason = 'stop' }) =>
    extractProgram(
      { content: reply, finishReason },
      { id: 'corpus', prompt, entryPoint, language: 'ts', tests: '', stop: [], topics: [] },
    ),
};

function fieldsOf(reply: string): object {
  const found = extractJson(reply);
  return found.ok ? { ...found, value: readFields(found.value) } : found;
}

function expectedOf({ kind, expect: outcome, expected, reasoning, form, notes, message = '' }: ReplyShape): object {
  if (outcome !== 'ok') return { ok: false, problem: outcome, message: expect.stringContaining(message) as string };
  const thought = reasoning === undefined ? {} : { reasoning };
  switch (kind) {
    case 'code':
    case 'suite':
      return { ok: true, code: expected, ...thought };
    case 'text':
      return { ok: true, text: expected.trimEnd(), ...thought };
    case 'program':
      return { ok: true, form: form ?? 'program', code: expected, notes: notes ?? [] };
    case 'task':
    case 'judgement':
      return { ok: true, value: JSON.parse(expected) as unknown, ...thought };
  }
}

describe('each shape of reply is read as it was meant', () => {
  test.each(shapes.map((shape) => [`${shape.kind}/${shape.name}`, shape.what, shape] as const))(
    '%s: %s',
    (_, __, shape) => {
      expect(readers[shape.kind](shape)).toEqual(expectedOf(shape));
    },
  );
});

test('no two shapes are the same', () => {
  expect(new Set(shapes.map(({ what }) => what)).size).toBe(shapes.length);
  expect(shapes.length).toBeGreaterThanOrEqual(120);
});
