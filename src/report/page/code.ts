import hljs from 'highlight.js/lib/core';
import typescript from 'highlight.js/lib/languages/typescript';
import { markup, trusted, type Markup } from './markup.ts';
import { cutText, visible } from './visible.ts';

hljs.registerLanguage('typescript', typescript);

/** Longer texts are cut: nobody reads them in a page. */
const mostCharacters = 12_000;

/** The highlighter takes the square of the length of a word. */
const endlessWord = /\S{500}/u;

/** A program with its syntax coloured. */
export function codeBlock(code: string, label: string): Markup {
  const shown = visible(cutText(code, mostCharacters));
  if (endlessWord.test(shown)) return block('code', code, label);
  // The highlighter escapes what it is given.
  const coloured = trusted(hljs.highlight(shown, { language: 'typescript' }).value);
  return markup`<pre class="code" tabindex="0" aria-label="${label}"><code>${coloured}</code></pre>`;
}

/** Sentences, as they were written. */
export function proseBlock(text: string, label: string): Markup {
  return block('prose', text, label);
}

/** A text as it was written, without colours. */
export function plainBlock(text: string, label: string): Markup {
  return block('plain', text, label);
}

function block(kind: 'plain' | 'prose' | 'code', text: string, label: string): Markup {
  return markup`<pre class="${kind}" tabindex="0" aria-label="${label}">${cutText(text, mostCharacters)}</pre>`;
}
