/** The reasoning that stood in a text, and what is left of the text without it. */
export interface Thoughtless {
  readonly thoughts: readonly string[];
  readonly rest: string;
  /** Whether the last thought does not end. */
  readonly isOpen: boolean;
}

interface Dialect {
  readonly opening: RegExp;
  /** Global, so that it can be searched for from the end of the opening. */
  readonly closing: RegExp;
}

/** How models mark their reasoning. Marks count at the beginning of a line; elsewhere they are text, or code. */
const dialects: readonly Dialect[] = [
  {
    opening: /^[ \t]*<(?:\w+:)?(?:think|thinking|thought|thoughts|reasoning|scratchpad)>/im,
    closing: /<\/(?:\w+:)?(?:think|thinking|thought|thoughts|reasoning|scratchpad)>/gi,
  },
  // Magistral
  { opening: /^[ \t]*\[THINK\]/m, closing: /\[\/THINK\]/g },
  // Kimi
  { opening: /^[ \t]*◁think▷/m, closing: /◁\/think▷/g },
  // Command A
  { opening: /^[ \t]*<\|START_THINKING\|>/m, closing: /<\|END_THINKING\|>/g },
  // gpt-oss (harmony), whole and with some of its tokens swallowed by the server
  {
    opening: /^[ \t]*(?:<\|start\|>assistant)?<\|channel\|>(?:analysis|commentary)[^\n<]*(?:<\|message\|>)?/m,
    closing: /(?:<\|end\|>)?\s{0,9}(?:<\|start\|>)?(?:assistant)?<\|channel\|>final[^\n<]{0,99}(?:<\|message\|>)?/g,
  },
  { opening: /^analysis(?=[A-Z])/, closing: /assistantfinal/g },
];

/** A channel without reasoning before it. */
const finalChannel = /^\s*(?:<\|start\|>assistant)?<\|channel\|>final[^\n<]{0,99}(?:<\|message\|>)?/;

const maxThoughts = 50;

/** Takes the reasoning out of a text; code in it is no answer. */
export function withoutThoughts(text: string): Thoughtless {
  let rest = text.replace(finalChannel, '');
  const thoughts: string[] = [];
  while (thoughts.length < maxThoughts) {
    const block = nextThought(rest);
    if (block === undefined) break;
    thoughts.push(block.thought);
    rest = block.rest;
    if (!block.closed) return { thoughts, rest, isOpen: true };
  }
  return { thoughts, rest, isOpen: false };
}

interface Thought {
  readonly thought: string;
  readonly rest: string;
  readonly closed: boolean;
}

function nextThought(text: string): Thought | undefined {
  const before = text.slice(0, /^[ \t]*(?:```|~~~)/m.exec(text)?.index);
  const [first] = dialects
    .flatMap(({ opening, closing }) => {
      const open = opening.exec(before);
      return open === null ? [] : [{ open, closing }];
    })
    .toSorted((a, b) => a.open.index - b.open.index);
  if (first === undefined) return orphanedThought(text);
  const { open, closing } = first;
  const start = open.index + open[0].length;
  closing.lastIndex = start;
  const close = closing.exec(text);
  const rest = text.slice(0, open.index);
  if (close === null) return { thought: text.slice(start), rest, closed: false };
  const end = close.index + close[0].length;
  return { thought: text.slice(start, close.index), rest: rest + text.slice(end), closed: true };
}

const orphanedClosing = /(?:<\/(?:think|thinking)>|\[\/THINK\]|◁\/think▷)[ \t]*$/im;

/** Some servers swallow the opening mark, because it belongs to the prompt's template. */
function orphanedThought(text: string): Thought | undefined {
  const close = orphanedClosing.exec(text);
  if (close === null) return undefined;
  const thought = text.slice(0, close.index);
  // Within quotes it is a string of the code.
  if (/['"`]/.test(thought.slice(thought.lastIndexOf('\n') + 1))) return undefined;
  return { thought, rest: text.slice(close.index + close[0].length), closed: true };
}
