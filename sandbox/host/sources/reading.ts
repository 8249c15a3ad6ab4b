import { Facts } from './facts.ts';
import { lineFinder } from './lines.ts';
import type { Parsed } from './parse.ts';
import type { Scope } from './scope.ts';
import type { Format, Import } from './unit.ts';
import { walk } from './walk.ts';

const parameters: readonly string[] = ['exports', 'require', 'module', '__filename', '__dirname'];

/** What a text of JavaScript says about itself. */
export interface Reading {
  readonly format: Format;
  readonly imports: readonly Import[];
  readonly declares: readonly string[];
  readonly assigns: readonly string[];
  /** What an ES module exports, apart from what `export *` passes on. */
  readonly exports: readonly string[];
  /** Whether it may export more names than these. */
  readonly exportsUnknown: boolean;
  readonly exportsNothing: boolean;
  readonly freeNames: ReadonlySet<string>;
  readonly usesCommonJs: boolean;
  readonly usesTopLevelAwait: boolean;
  readonly isStrict: boolean;
  readonly assertsOnConsole: boolean;
  /** Whether it declares a variable that a CommonJS module has as a parameter, which may not be done beside it. */
  readonly hidesParameter: boolean;
}

export function readProgram(code: string, { format, program }: Parsed): Reading {
  const facts = new Facts();
  const { top, freeNames } = walk(program, (node, scope) => facts.note(node, scope));
  const isModule = format === 'module';
  const exportsCommonJs = [...facts.exporters].some((name) => (name === 'this' ? !isModule : freeNames.has(name)));
  return {
    format,
    imports: located(code, facts),
    declares: declaredNames(top),
    assigns: isModule ? [] : assignedNames(top, facts),
    exports: facts.exports,
    exportsUnknown: !isModule || facts.exportsAll || exportsCommonJs,
    exportsNothing: facts.exports.length === 0 && !facts.exportsAll && !exportsCommonJs,
    freeNames,
    usesCommonJs: ['require', 'module', 'exports'].some((name) => freeNames.has(name)),
    usesTopLevelAwait: facts.usesTopLevelAwait,
    isStrict: isModule || facts.isStrict,
    assertsOnConsole: facts.assertsOnConsole && freeNames.has('console'),
    hidesParameter: !isModule && parameters.some((name) => top.bindings.get(name) === 'lexical'),
  };
}

function located(code: string, { mentions }: Facts): readonly Import[] {
  const lineAt = lineFinder(code);
  return mentions.map(({ offset, ...mention }) => ({ ...mention, line: lineAt(offset) }));
}

/** A variable with the name of a module's parameter stands in for it, and is nothing to hand out. */
function declaredNames(top: Scope): readonly string[] {
  return [...top.bindings]
    .filter(([name, binding]) => binding === 'function' || !(binding === 'import' || parameters.includes(name)))
    .map(([name]) => name);
}

/** In a script, a global that is assigned at the top is as good as declared. */
function assignedNames(top: Scope, { assigned }: Facts): readonly string[] {
  return [...assigned].filter((name) => !top.bindings.has(name) && !parameters.includes(name));
}
