import { cell } from '../numbers/markdown.ts';
import type { AuditRow, AuditSummary } from './summary.ts';

/** `audit.md`: the audit for people. */
export function auditMarkdown(summary: AuditSummary, rows: readonly AuditRow[], title: string): string {
  const { found, problems, mutants } = summary;
  const counts = Object.entries(found).map(([finding, ids]) => `| ${finding} | ${ids.length} |`);
  const doubtful = rows.filter(({ finding }) => finding !== 'sound');
  return [
    `# Audit of ${title}`,
    '',
    `${problems} problems. Of the mutants of their canonical solutions the tests notice ${mutants.noticed} and miss ${mutants.missed}; ${mutants.equivalent} more are estimated to be no mistakes.`,
    '',
    '| finding | problems |',
    '| ------- | -------- |',
    ...counts,
    '',
    '`wrong`: the tests reject the canonical solution, or it is wrong. `flaky`: it passes in one run and not in another. `weak`: a stub, a known wrong solution, or more than a fifth of the mutants pass. `unchecked`: nothing could be tried.',
    '',
    ...(doubtful.length === 0 ? [] : ['| problem | finding | why |', '| ------- | ------- | --- |']),
    ...doubtful.map(
      ({ task_id: id, finding, because }) => `| ${cell(id)} | ${finding} | ${cell(because.join('; '))} |`,
    ),
    '',
  ].join('\n');
}
