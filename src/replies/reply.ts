import { withoutThoughts } from './thoughts.ts';
import { ownTurn } from './turns.ts';

/** A raw reply taken apart: what the model thought, and what it answered. */
export interface Reply {
  /** What the model wrote as its thinking, in any of the marks that models use for it. */
  readonly reasoning?: string;
  /** The answer, with LF line ends, without BOM, the tokens of chat templates or reasoning. */
  readonly text: string;
  /** Whether the reply broke off inside its reasoning, so that there is no answer. */
  readonly brokeOffThinking: boolean;
}

/** Normalises line ends and separates the reasoning that some models put into the reply itself. */
export function readReply(raw: string): Reply {
  const text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { thoughts, rest, isOpen } = withoutThoughts(ownTurn(text));
  // Between the reasoning and the answer there may be more of the template.
  return { ...reasoningOf(thoughts), text: isOpen ? rest.trim() : ownTurn(rest), brokeOffThinking: isOpen };
}

function reasoningOf(thoughts: readonly string[]): { readonly reasoning?: string } {
  const reasoning = thoughts
    .map((thought) => thought.trim())
    .filter((thought) => thought !== '')
    .join('\n\n');
  return reasoning === '' ? {} : { reasoning };
}
