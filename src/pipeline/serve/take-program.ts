import type { Statement } from '@babel/types';
import { extractProgram, type Extraction } from '../../bench/extract/extract-program.ts';
import { parseProgram } from '../../bench/extract/program.ts';

export interface ProgramAsked {
  readonly entryPoint?: string;
  readonly language: 'ts' | 'js';
}

/** What a client leaves over that cuts a fenced block out of a reply and knows its language by no other name than Python. */
const languageLine = /^\s*(?:ts|typescript|js|javascript)[ \t]*\r?\n/iu;

/** What is judged, and in which form a reply held it; or why nothing is. */
export type Taken = { readonly code: string; readonly form?: string } | (Extraction & { readonly ok: false });

/** Takes the program out of a model's reply, as `winnow bench` does. What is a program already stays as it is. */
export function takeProgram(reply: string, asked: ProgramAsked): Taken {
  const text = reply.replace(languageLine, '');
  const program = parseProgram(text);
  if (program && !program.body.some(isFence)) return { code: text };
  const extraction = extractProgram({ content: text }, problemOf(asked));
  if (extraction.ok) return { code: extraction.code, form: extraction.form };
  return program ? { code: text } : extraction;
}

function problemOf({ entryPoint, language }: ProgramAsked): Parameters<typeof extractProgram>[1] {
  const unknown = { id: '', prompt: '', tests: '', stop: [], topics: [] };
  return { ...unknown, language, ...(entryPoint !== undefined && { entryPoint }) };
}

/** A fenced block is JavaScript of a kind: three templates, of which the first two are empty. */
function isFence(statement: Statement): boolean {
  if (statement.type === 'LabeledStatement') return isFence(statement.body);
  return statement.type === 'ExpressionStatement' && statement.expression.type === 'TaggedTemplateExpression';
}
