import type { Statement } from '@babel/types';
import { declaredNames } from '../../replies/names.ts';
import { mentions } from './prelude.ts';
import { parseProgram, type Program } from './program.ts';

/** What no sandbox has, and examples of a program's use ask for. */
const outside =
  /(?:from\s*|\brequire\s*\(\s*|\bimport\s*\(?\s*)['"](?:node:)?(?:readline(?:\/promises|-sync)?|fs(?:\/promises)?|child_process|https?|net|os|prompt-sync|worker_threads)['"]|\bprocess\s*\.\s*(?:stdin|argv)\b/u;

/** Each statement is looked at for the names of all others that are left out. */
const mostStatements = 1000;

interface Part {
  readonly source: string;
  readonly names: ReadonlySet<string>;
  readonly isAsking: boolean;
}

/**
 * A program without the statements that read input or files, and those that depend on them: examples of its use, which
 * would keep it from being loaded. Where the entry point itself depends on such, nothing is left out.
 */
export function withoutDemo(program: Program, entryPoint: string): { readonly code: string; readonly note?: string } {
  if (!outside.test(program.code)) return { code: program.code };
  if (program.body.length > mostStatements) return { code: program.code };
  const parts = program.body.map((node) => partOf(node, program.code));
  const dropped = new Set(parts.filter(({ isAsking }) => isAsking));
  for (let before = -1; before < dropped.size;) {
    before = dropped.size;
    const names = [...dropped].flatMap((part) => [...part.names]);
    for (const part of parts) if (names.some((name) => mentions(part.source, name))) dropped.add(part);
  }
  if ([...dropped].some(({ names, source }) => names.has(entryPoint) || isExport(source, entryPoint))) {
    return { code: program.code };
  }
  const code = `${parts
    .filter((part) => !dropped.has(part))
    .map(({ source }) => source)
    .join('\n')}\n`;
  return parseProgram(code) === undefined
    ? { code: program.code }
    : { code, note: 'left out an example that reads input' };
}

function partOf(node: Statement, code: string): Part {
  const source = code.slice(node.start ?? 0, node.end ?? 0);
  const imported =
    node.type === 'ImportDeclaration' ? node.specifiers.map(({ local }) => local.name) : [...declaredNames([node])];
  return { source, names: new Set(imported), isAsking: outside.test(source) };
}

function isExport(source: string, entryPoint: string): boolean {
  return /^(?:module\.)?exports\b|^export\b/u.test(source) && mentions(source, entryPoint);
}
