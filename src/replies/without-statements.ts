import type { Statement } from '@babel/types';

/** Code without some of its statements, given in their order, and without the blank lines after each. */
export function withoutStatements(code: string, statements: readonly Statement[]): string {
  const kept: string[] = [];
  let from = 0;
  for (const { start, end } of statements) {
    if (typeof start !== 'number' || typeof end !== 'number') continue;
    kept.push(code.slice(from, start));
    from = end + (/^[ \t]*;?[ \t]*\n*/.exec(code.slice(end))?.[0].length ?? 0);
  }
  return [...kept, code.slice(from)].join('');
}
