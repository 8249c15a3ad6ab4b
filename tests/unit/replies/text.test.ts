import { expect, test } from 'vitest';
import { extractText } from '../../../src/replies/index.ts';

test.each([
  ['plain', '\uFEFF  It doubles.\r\nAlways.\r\n', { ok: true, text: 'It doubles.\nAlways.' }],
  ['with reasoning', '<think>short</think>\nIt doubles.', { ok: true, text: 'It doubles.', reasoning: 'short' }],
  ['in a fence', '```markdown\n# Doubling\n\nIt doubles.\n```', { ok: true, text: '# Doubling\n\nIt doubles.' }],
  ['with fences of its own', '```\na\n```\nand\n```\nb\n```', { ok: true, text: '```\na\n```\nand\n```\nb\n```' }],
])('%s', (_, reply, expected) => {
  expect(extractText(reply)).toEqual(expected);
});

test.each([
  ['\uFEFF\r\n', 'empty'],
  ['<think>I think</think>\n', 'empty'],
  ['<think>I thi', 'truncated'],
])('%j holds no text', (reply, problem) => {
  expect(extractText(reply)).toMatchObject({ ok: false, problem });
});
