import type { TypeCheckJob } from '../../core/ports.ts';
import { readTopLevel } from './top-level.ts';

const jestNames: readonly string[] =
  'describe it test expect beforeAll beforeEach afterAll afterEach jest xit xtest xdescribe fit fdescribe'.split(' ');
const vitestNames: readonly string[] = ['vi', 'vitest', 'expectTypeOf', 'assertType', 'onTestFinished', 'onTestFailed'];
const testGlobals: ReadonlyMap<string, string> = new Map([
  ...jestNames.map((name) => [name, '@jest/globals'] as const),
  ...vitestNames.map((name) => [name, 'vitest'] as const),
]);
const testModule = /(['"])(?:vitest|@fast-check\/vitest|@jest\/globals)\1/u;
const scripts: ReadonlySet<TypeCheckJob['style']> = new Set(['assert', 'console.assert', 'throw']);
/** A name that is not a property's. */
const word = /(?<![\p{ID_Continue}$]|(?:^|[^.])\.)[\p{ID_Start}$_][\p{ID_Continue}$]*/gu;

/** How a suite that takes names for granted may be meant. */
export interface Granted {
  readonly suite: string;
  /** What the solution declares, where the suite may see it as globals. */
  readonly declared: ReadonlySet<string>;
  readonly style?: TypeCheckJob['style'];
  readonly entryPoint?: string | undefined;
}

/** Import declarations, on one line, of the names that a suite takes for granted; empty where there are none. */
export function missingImports({ suite, declared, style, entryPoint }: Granted): string {
  const words = new Set(suite.match(word));
  const offers = new Map([
    ...Array.from(declared, (name) => [name, './solution'] as const),
    ...(testModule.test(suite)
      ? []
      : [...globalsFor(style)].filter(([name]) => name !== entryPoint || !declared.has(name))),
  ]);
  const wanted = [...offers].filter(([name]) => words.has(name));
  if (wanted.length === 0) return '';
  const own = readTopLevel(suite);
  const missing = wanted.filter(([name]) => !own.declares.has(name) && !own.imports.has(name) && !hoists(suite, name));
  return missing.map(([name, from]) => importOf(name, from)).join('');
}

function globalsFor(style: TypeCheckJob['style']): ReadonlyMap<string, string> {
  const assert = [['assert', 'assert']] as const;
  return new Map([...(scripts.has(style) ? [] : testGlobals), ...assert]);
}

function importOf(name: string, from: string): string {
  return from === name ? `import ${name} from '${from}';` : `import { ${name} } from '${from}';`;
}

/** A variable of a block belongs to the whole module. */
function hoists(suite: string, name: string): boolean {
  return new RegExp(String.raw`\bvar\s+${RegExp.escape(name)}(?![\p{ID_Continue}$])`, 'u').test(suite);
}
