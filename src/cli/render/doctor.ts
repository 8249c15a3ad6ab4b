import type { CheckState, DoctorCheck } from '../../pipeline/doctor/check.ts';
import { printable } from './printable.ts';
import { styled } from './styled.ts';
import { wrap } from './wrap.ts';

const marks: Readonly<Record<CheckState, string>> = { ok: 'ok     ', note: 'note   ', problem: 'PROBLEM' };
const colours: Readonly<Record<CheckState, 'green' | 'yellow' | 'red'>> = {
  ok: 'green',
  note: 'yellow',
  problem: 'red',
};

const nameWidth = 18;
const width = 80;

/** A group of findings, each with what to do about it. */
export function renderChecks(checks: readonly DoctorCheck[]): string {
  const [first] = checks;
  if (!first) return '';
  return `\n${first.group}\n${checks.map(line).join('')}`;
}

/** What it comes to. */
export function renderVerdict(checks: readonly DoctorCheck[]): string {
  const count = (state: CheckState): number => checks.filter((check) => check.state === state).length;
  const [problems, notes] = [count('problem'), count('note')];
  const words =
    problems === 0 ? 'Nothing stands in the way of a run' : `${problems} of ${checks.length} checks found a problem`;
  return `\n${words}${notes === 0 ? '' : `; ${notes} note${notes === 1 ? '' : 's'} above`}.\n`;
}

function line({ state, name, found, advice }: DoctorCheck): string {
  const mark = styled(colours[state], marks[state], process.stdout);
  const lead = `  ${marks[state]} ${name.padEnd(nameWidth)}`;
  const words = wrap(printable(found), width - lead.length);
  const advised =
    advice === undefined
      ? []
      : wrap(printable(advice), width - lead.length - 2).map((part, row) => (row === 0 ? `→ ${part}` : `  ${part}`));
  const [head = '', ...rest] = [...words, ...advised];
  const indent = ' '.repeat(lead.length);
  return `  ${mark} ${name.padEnd(nameWidth)}${head}\n${rest.map((part) => `${indent}${part}\n`).join('')}`;
}
