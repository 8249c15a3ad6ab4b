import type { MutantEvidence } from '../core/evidence.ts';

/** More would make the request long and help little: a missing test mostly lets several mutants live. */
const mostShown = 20;

/** Mutants as short diffs of a solution's lines, in the order of the lines. */
export function showSurvivors(solution: string, survivors: readonly MutantEvidence[]): string {
  const lines = solution.split(/\r\n|[\n\r\u2028\u2029]/u);
  const inOrder = survivors.toSorted((a, b) => a.line - b.line);
  const shown = inOrder.slice(0, mostShown).map((mutant) => showMutant(lines[mutant.line - 1] ?? '', mutant));
  const left = inOrder.length - shown.length;
  return [...shown, ...(left > 0 ? [`# and ${left} more`] : [])].join('\n\n');
}

function showMutant(line: string, { line: number, mutator, original, replacement }: MutantEvidence): string {
  const parts = line.split(original);
  const isWhole = original !== '' && parts.length === 2;
  const [before, after] = isWhole ? [line.trim(), parts.join(replacement).trim()] : [original, replacement];
  const head = isWhole ? `# line ${number} (${mutator})` : `# line ${number} (${mutator}): ${line.trim()}`;
  return `${head}\n- ${before}\n+ ${after}`;
}
