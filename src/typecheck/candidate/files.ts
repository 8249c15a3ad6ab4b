import type { TypeCheckJob } from '../../core/ports.ts';
import type { Diagnostic } from '../../core/verdict.ts';
import { exactExpect, seesExpectedTypes } from './exact-expect.ts';
import { disarm } from './hazards.ts';
import { linksOf, normalised, relink, type Resolve, resolver, solutionModule, suiteModule } from './links.ts';
import { missingImports } from './missing-imports.ts';
import { offersOf } from './offers.ts';

/** A file as the type server gets it, with what is needed to find the user's lines again. */
export interface CandidateFile {
  /** Relative to the candidate's folder. */
  readonly path: string;
  readonly side: Diagnostic['file'];
  readonly text: string;
  /** Where the user's own text begins and ends: what stands around it was added here. */
  readonly begin: number;
  readonly end: number;
}

/** The files of a candidate, in the order in which they are checked. */
export function candidateFiles(job: TypeCheckJob): readonly CandidateFile[] {
  const further = furtherFiles(job);
  const resolve = resolver([...further.keys()]);
  const suite = job.suite ?? '';
  const linked = linksOf(suite, suiteModule, resolve);
  const isNamed = linked.includes(solutionModule);
  const offers = suite === '' ? { declared: new Set<string>(), exports: '' } : offersOf(job, !isNamed);
  const granted = isNamed ? new Set<string>() : offers.declared;
  const before = suite === '' ? '' : missingImports({ ...job, suite, declared: granted });
  const isExact = suite !== '' && job.language !== 'js' && seesExpectedTypes(job);
  const reached = [...linksOf(job.solution, solutionModule, resolve), ...linked];
  const ending = job.language === 'js' ? '.js' : '.ts';
  return [
    fileOf(solutionModule, ending, job.solution, resolve, { after: offers.exports }),
    ...[...reachable(reached, further, resolve)].map((path) => fileOf(path, '', further.get(path) ?? '', resolve)),
    fileOf(suiteModule, ending, suite, resolve, { before, after: isExact ? exactExpect : '' }),
  ];
}

function furtherFiles({ files = {} }: TypeCheckJob): ReadonlyMap<string, string> {
  const entries = Object.entries(files).map(([path, text]) => [normalised(path), text] as const);
  return new Map(entries.filter(([path]) => !path.startsWith('../') && !/^solution(?:\.test)?\.[jt]s$/u.test(path)));
}

function reachable(from: readonly string[], files: ReadonlyMap<string, string>, resolve: Resolve): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...from];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const text = files.get(path);
    if (text === undefined || reached.has(path)) continue;
    reached.add(path);
    open.push(...linksOf(text, path, resolve));
  }
  return reached;
}

function fileOf(
  module: string,
  ending: string,
  source: string,
  resolve: Resolve,
  { before = '', after = '' } = {},
): CandidateFile {
  const isData = module.endsWith('.json');
  const own = isData ? source : relink(disarm(withoutHead(source)), module, resolve);
  const side = module === suiteModule ? 'suite' : 'solution';
  const text = before + own + after;
  return { path: module + ending, side, text, begin: before.length, end: before.length + own.length };
}

/** Only the very beginning of a file may have a byte-order mark or a hashbang; a comment may stand anywhere. */
function withoutHead(source: string): string {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  return text.startsWith('#!') ? `//${text.slice(2)}` : text;
}
