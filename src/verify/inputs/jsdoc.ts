import type { Comment } from '@babel/types';
import { read } from './syntax.ts';
import { typedList, type TypedList, type TypedListOptions } from './types/list.ts';

/** The shape of the argument lists that a function's JSDoc describes; nothing where it does not, or cannot be read. */
export function documentedList(text: string, options: TypedListOptions): TypedList | undefined {
  for (const comment of read(text)?.comments ?? []) {
    const parameters = parametersOf(comment);
    if (parameters.length === 0 || !precedes(text, comment, options.entryPoint)) continue;
    return typedList(
      `/*${comment.value}*/ declare function ${options.entryPoint}(${parameters.join(', ')}): unknown;`,
      options,
    );
  }
  return undefined;
}

/** `@param {number[]} [name]` as `name?: number[]`. */
function parametersOf({ value }: Comment): readonly string[] {
  const params = value.matchAll(/@param\s+\{([^}]+)\}\s+(\[)?([\w$]+)(?![\w$.])/g);
  return [...params].map(([, type = '', isOptional, name = '']) => {
    const isRest = type.startsWith('...');
    const optional = isOptional !== undefined || type.endsWith('=');
    const plain = type
      .replace(/^\.\.\.|^[!?]/, '')
      .replace(/=$/, '')
      .replaceAll('.<', '<')
      .replace(/^\*$/, 'unknown');
    return isRest ? `...${name}: (${plain})[]` : `${name}${optional ? '?' : ''}: ${plain}`;
  });
}

/** Whether the function is declared right after the comment. */
function precedes(text: string, { end }: Comment, entryPoint: string): boolean {
  const head = text.slice(end).trimStart().slice(0, 200).split(/[({=]/)[0] ?? '';
  return head.split(/[^\w$]+/).includes(entryPoint);
}
