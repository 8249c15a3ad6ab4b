/** Tokens that end a turn in the chat templates of the common families; some servers leave them in. */
const endTokens = [
  '<|im_end|>',
  '<|endoftext|>',
  '<|eot_id|>',
  '<|eom_id|>',
  '<|end_of_text|>',
  '<|end|>',
  '<|return|>',
  '<|end_of_turn|>',
  '<|END_RESPONSE|>',
  '<|END_OF_TURN_TOKEN|>',
  '<|end_of_box|>',
  '<end_of_turn>',
  '<｜end▁of▁sentence｜>',
  '[/INST]',
  '</s>',
];

/** What a template puts before the assistant's turn. */
const beginnings: readonly RegExp[] = [
  /^\s*<\|im_start\|>(?:assistant)?[ \t]*\n?/,
  /^\s*<\|start_header_id\|>assistant<\|end_header_id\|>/,
  /^\s*<start_of_turn>(?:model)?[ \t]*\n?/,
  /^\s*<\|START_RESPONSE\|>/,
  /^\s*<\|begin_of_box\|>/,
  /^\s*<\|assistant\|>/,
  /^\s*<s>\s+/,
  /^\s*(?:\*\*(?:assistant|ai)(?:\*\*:|:\*\*)|(?:assistant|ai):)[ \t]*\n?/i,
];

/**
 * Where the turn is over, whatever the model went on to write: at a token that ends it, as the last of its line, and at
 * the beginning of another's turn. Within quotes, and within a fence, they are strings of the code.
 */
const overAt =
  /(?<!['"`])(?:<\|im_end\|>|<\|eot_id\|>|<\|endoftext\|>|<end_of_turn>)(?=\n|<)|(?<!['"`])(?:<\|im_start\|>|<\|start_header_id\|>|<start_of_turn>|<\|start\|>)(?:user|system)\b/;

const fenceOrEnd = new RegExp(`(?<fence>^[ \\t]*(?:\`{3,}|~{3,}))|${overAt.source}`, 'gm');

/** A text without the tokens round the assistant's turn, and without turns that the model made up after it. */
export function ownTurn(text: string): string {
  const begun = withoutBeginnings(text);
  return withoutEndTokens(begun.slice(0, endOfTurn(begun)));
}

function endOfTurn(text: string): number | undefined {
  let isInFence = false;
  for (const { index, groups } of text.matchAll(fenceOrEnd)) {
    if (groups?.['fence'] !== undefined) isInFence = !isInFence;
    else if (!isInFence) return index;
  }
  return undefined;
}

function withoutBeginnings(text: string): string {
  return beginnings.reduce((rest, beginning) => rest.replace(beginning, ''), text);
}

function withoutEndTokens(text: string): string {
  let rest = text;
  for (;;) {
    const trimmed = rest.trimEnd();
    const token = endTokens.find((end) => trimmed.endsWith(end));
    if (token === undefined) return rest;
    rest = trimmed.slice(0, -token.length);
  }
}
