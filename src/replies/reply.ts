/** A raw reply taken apart: what the model thought, and what it answered. */
export interface Reply {
  /** The content of `<think>` blocks, if any. */
  readonly reasoning?: string;
  /** The answer, with LF line ends, without BOM, end-of-text tokens or `<think>` blocks. */
  readonly text: string;
  /** Whether the reply broke off inside a `<think>` block, so that there is no answer. */
  readonly brokeOffThinking: boolean;
}

const maxThoughts = 50;
const opening = /^[ \t]*<(think|thinking)>/im;
const endTokens = ['<|im_end|>', '<|endoftext|>', '<|eot_id|>', '</s>'];

/** Normalises line ends and separates the reasoning that some models put into the reply itself. */
export function readReply(raw: string): Reply {
  let text = normalise(raw);
  const thoughts: string[] = [];
  while (thoughts.length < maxThoughts) {
    const block = nextThought(text);
    if (block === undefined) break;
    thoughts.push(block.thought);
    text = block.rest;
    if (!block.closed) return { ...reasoningOf(thoughts), text: text.trim(), brokeOffThinking: true };
  }
  return { ...reasoningOf(thoughts), text, brokeOffThinking: false };
}

function normalise(raw: string): string {
  return withoutEndTokens(raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
}

/** Some servers leave the tokens in that end a model's turn. */
function withoutEndTokens(text: string): string {
  let rest = text;
  for (;;) {
    const trimmed = rest.trimEnd();
    const token = endTokens.find((end) => trimmed.endsWith(end));
    if (token === undefined) return rest;
    rest = trimmed.slice(0, -token.length);
  }
}

interface Thought {
  readonly thought: string;
  readonly rest: string;
  readonly closed: boolean;
}

function nextThought(text: string): Thought | undefined {
  const open = opening.exec(text);
  if (open === null || hasFence(text.slice(0, open.index))) return orphanedThought(text);
  const start = open.index + open[0].length;
  const close = new RegExp(`</${open[1]}>`, 'i').exec(text.slice(start));
  const before = text.slice(0, open.index);
  if (close === null) return { thought: text.slice(start), rest: before, closed: false };
  const end = start + close.index;
  return { thought: text.slice(start, end), rest: before + text.slice(end + close[0].length), closed: true };
}

/** Some servers swallow the opening tag, because it belongs to the prompt's template. */
function orphanedThought(text: string): Thought | undefined {
  const close = /<\/(?:think|thinking)>[ \t]*$/im.exec(text);
  if (close === null) return undefined;
  const thought = text.slice(0, close.index);
  // Within quotes it is a string of the code.
  if (/['"`]/.test(thought.slice(thought.lastIndexOf('\n') + 1))) return undefined;
  return { thought, rest: text.slice(close.index + close[0].length), closed: true };
}

function hasFence(text: string): boolean {
  return /^[ \t]*(?:```|~~~)/m.test(text);
}

function reasoningOf(thoughts: readonly string[]): { readonly reasoning?: string } {
  const reasoning = thoughts
    .map((thought) => thought.trim())
    .filter((thought) => thought !== '')
    .join('\n\n');
  return reasoning === '' ? {} : { reasoning };
}
