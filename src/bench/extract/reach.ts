import type { Program } from './program.ts';
import { parseProgram } from './program.ts';

export interface Reached {
  readonly code: string;
  readonly note?: string;
}

/**
 * Makes the entry point something that tests can import, or see as a global, where the program has it under that name but
 * keeps it to itself. A name that the program does not use is given to nothing, but to its one nameless default export.
 */
export function reachable(program: Program, name: string): Reached {
  const { code, declares, exports, assigns, isModule } = program;
  if (exports.has(name) || assigns.get(name) === 'exports') return { code };
  if (assigns.get(name) === 'global' && !declares.has(name)) {
    return {
      code: `${code.trimEnd()}\n\nexport const ${name} = globalThis.${name};\n`,
      note: `exported the global ${name}`,
    };
  }
  if (!declares.has(name)) return { code };
  // A program that exports nothing offers all that it declares.
  if (isModule && exports.size > 0)
    return { code: `${code.trimEnd()}\n\nexport { ${name} };\n`, note: `exported ${name}` };
  if (assigns.size > 0)
    return { code: `${code.trimEnd()}\n\nmodule.exports.${name} = ${name};\n`, note: `exported ${name}` };
  return { code };
}

/** A program whose one default export has no name, with that name; undefined where it is not such a program. */
export function namedDefault(program: Program, name: string): Reached | undefined {
  const { code, body, assigns, declares } = program;
  if (declares.has(name)) return undefined;
  const note = `took the default export for ${name}`;
  const exported = body.find((node) => node.type === 'ExportDefaultDeclaration');
  if (exported) {
    const value = exported.declaration;
    const isNameless = !('id' in value) || !value.id;
    const [from, start, end] = [exported.start, value.start, value.end];
    if (!isNameless || typeof from !== 'number' || typeof start !== 'number' || typeof end !== 'number')
      return undefined;
    const [before, source, after] = [code.slice(0, from), code.slice(start, end), code.slice(end)];
    const named = `${before}export const ${name} = ${source.replace(/;\s*$/u, '')};${after.replace(/^\s*;/u, '')}`;
    return parseProgram(named) === undefined ? undefined : { code: named, note };
  }
  if (
    assigns.size !== 1 ||
    !assigns.has('=') ||
    !/module\.exports\s*=\s*(?:async\s*)?(?:function\s*\*?\s*\(|\(|\w+\s*=>|class\s*\{)/u.test(code)
  ) {
    return undefined;
  }
  return { code: `${code.trimEnd()}\n\nmodule.exports.${name} = module.exports;\n`, note };
}
