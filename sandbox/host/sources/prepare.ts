import type { Job } from '../../types.ts';
import { assemble, type Offer } from './assemble.ts';
import { jsonUnit } from './json.ts';
import { failure, malformed, type Result } from './problem.ts';
import { normalised, type Resolve, resolver } from './resolve.ts';
import { detectStyle } from './style.ts';
import type { Text, Understood } from './understand.ts';
import { understoodLately } from './understood-lately.ts';
import type { Format, Malformed, Prepared, Unit } from './unit.ts';

const maxSourceLength = 256 * 1024;

/**
 * Makes modules that can be compiled from the texts of a job, or says which text is no program. It may end the process
 * that it runs in: the translator's stack overflows on deeply nested TypeScript.
 */
export function prepare(job: Job): Prepared | Malformed {
  const resolve = resolver(new Set(Object.keys(job.files ?? {}).map(normalised)));
  const solution = load({ path: 'solution', text: job.solution, language: job.language });
  if (!solution.ok) return malformed('solution', 'solution', solution.problem);
  const files = new Map<string, Unit>();
  for (const [name, text] of Object.entries(job.files ?? {})) {
    const file = fileUnit(normalised(name), text, job.language);
    if (!file.ok) return malformed('solution', name, file.problem);
    files.set(file.value.path, file.value);
  }
  const suite = load({ path: 'suite', text: job.suite, language: job.language });
  if (!suite.ok) return malformed('suite', 'suite', suite.problem);
  const solutionSpecifiers = solutionsIn(suite.value, resolve);
  const wantsGlobals = solutionSpecifiers.length === 0;
  return {
    kind: 'prepared',
    style: job.style ?? detectStyle(suite.value.reading, job.entryPoint),
    solution: assemble('solution', solution.value, wantsGlobals ? 'everything' : 'if-it-exports-nothing'),
    suite: assemble('suite', suite.value, 'nothing'),
    files,
    globalsWanted: wantsGlobals ? 'all' : 'none',
    solutionSpecifiers,
    resolve,
  };
}

function solutionsIn({ reading }: Understood, resolve: Resolve): readonly string[] {
  const specifiers = new Set(reading.imports.map(({ specifier }) => specifier));
  return [...specifiers].filter((specifier) => resolve('suite', specifier).kind === 'solution');
}

function fileUnit(path: string, text: string, language: Job['language']): Result<Unit> {
  if (path.endsWith('.json')) return sized(text) ?? jsonUnit(path, withoutMark(text));
  const isTypesOnly = /\.d\.[mc]?ts$/.test(path);
  const understood = load({ path, text: isTypesOnly ? 'export {};' : text, ...kindOf(path, language) });
  const offer: Offer = 'if-it-exports-nothing';
  return understood.ok ? { ok: true, value: assemble(path, understood.value, offer) } : understood;
}

/** What a file's extension says about its text. */
function kindOf(path: string, language: Job['language']): Pick<Text, 'language' | 'format'> {
  const [, prefix, letter] = /\.([mc]?)([jt])sx?$/.exec(path) ?? [];
  const formats: Readonly<Record<string, Format>> = { m: 'module', c: 'commonjs' };
  const format = formats[prefix ?? ''];
  const spoken = letter === undefined ? language : letter === 't' ? 'ts' : 'js';
  return format === undefined ? { language: spoken } : { language: spoken, format };
}

function load(text: Text): Result<Understood> {
  return sized(text.text) ?? understoodLately({ ...text, text: withoutMark(text.text) });
}

function sized({ length }: string): ReturnType<typeof failure> | undefined {
  if (length <= maxSourceLength) return undefined;
  return failure(`the source is ${length} characters long; at most ${maxSourceLength} are taken`);
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
