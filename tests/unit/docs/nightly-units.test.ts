import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Parser from '@actions/workflow-parser';
import { Cron } from 'croner';
import { rolldown } from 'rolldown';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { makeProgram } from '../../../src/cli/program.ts';
import { tempDir } from '../support/temp-dir.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const unit = (name: string): string => join(root, 'docs', 'nightly', name);
const textOf = (name: string): string => readFileSync(unit(name), 'utf8');
const analyze = '/usr/bin/systemd-analyze';

describe.skipIf(!existsSync(analyze))('systemd (where systemd-analyze is installed)', () => {
  test('takes the service and its timer', () => {
    expect(execFileSync(analyze, ['verify', unit('winnow.service'), unit('winnow.timer')], { encoding: 'utf8' })).toBe(
      '',
    );
  });

  test('has ten in the evening for the timer', () => {
    const when = /^OnCalendar=(.*)$/mu.exec(textOf('winnow.timer'))?.[1] ?? '';
    expect(execFileSync(analyze, ['calendar', when], { encoding: 'utf8' })).toContain('22:00:00');
  });
});

describe('GitHub Actions', () => {
  /** Their own parser; it loads JSON in a way that Node does not, so it is bundled first. */
  async function errorsIn(text: string): Promise<readonly string[]> {
    const file = join(tempDir(), 'parser.mjs');
    const bundle = await rolldown({
      input: join(root, 'node_modules/@actions/workflow-parser/dist/index.js'),
      platform: 'node',
      logLevel: 'silent',
    });
    await bundle.write({ file, format: 'esm' });
    await bundle.close();
    const { parseWorkflow, NoOperationTraceWriter } = (await import(file)) as typeof Parser;
    const { context } = parseWorkflow({ name: 'nightly.yaml', content: text }, new NoOperationTraceWriter());
    return context.errors.getErrors().map(String);
  }

  test('take the workflow, and would refuse a mistake in it', async () => {
    const text = textOf('github-actions.yaml');
    expect(await errorsIn(text)).toEqual([]);
    expect(await errorsIn(text.replace('runs-on', 'run-on'))).not.toEqual([]);
  });
});

describe('Kubernetes', () => {
  /** What the compiler says of the resource as a value of its own type. */
  function problemsOf(resource: unknown): string {
    const folder = tempDir();
    const file = join(folder, 'cronjob.ts');
    const types = join(root, 'node_modules', 'kubernetes-types', 'batch', 'v1');
    writeFileSync(
      file,
      `import type { CronJob } from '${types}';\nexport const job: CronJob = ${JSON.stringify(resource)};\n`,
    );
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    try {
      execFileSync(
        process.execPath,
        [tsc, '--noEmit', '--strict', '--module', 'nodenext', '--skipLibCheck', '--types', '', file],
        { cwd: folder, stdio: 'pipe' },
      );
      return '';
    } catch (error) {
      return (error as { stdout: Buffer }).stdout.toString();
    }
  }

  test('takes the CronJob, and would refuse a mistake in it', () => {
    const text = textOf('cronjob.yaml');
    expect(problemsOf(parse(text))).toBe('');
    expect(problemsOf(parse(text.replace('concurrencyPolicy', 'concurencyPolicy')))).toContain('concurencyPolicy');
  });
});

describe('times and commands', () => {
  const schedules = [
    ...textOf('crontab').matchAll(/^(\d\S*(?: \S+){4}) /gmu),
    ...textOf('cronjob.yaml').matchAll(/schedule: '([^']+)'/gu),
    ...textOf('github-actions.yaml').matchAll(/cron: '([^']+)'/gu),
  ].map(([, schedule = '']) => schedule);

  test('are every evening at ten', () => {
    expect(schedules).toHaveLength(3);
    for (const schedule of schedules) {
      const next = new Cron(schedule, { timezone: 'UTC' }).nextRun(new Date('2026-11-23T12:00:00Z'));
      expect(next?.toISOString()).toBe('2026-11-23T22:00:00.000Z');
    }
  });

  test('have a command that the command line takes', async () => {
    const commands = ['winnow.service', 'crontab', 'github-actions.yaml', 'cronjob.yaml'].map(
      (name) => /npx winnow (nightly [^>|'\n]*)/u.exec(textOf(name))?.[1] ?? '',
    );
    for (const command of commands) {
      const program = makeProgram();
      for (const one of program.commands) one.exitOverride().action(() => {});
      const words = command.trim().replace('"$deadline"', '2026-11-24T03:00Z').split(/\s+/u);
      await expect(program.parseAsync(words, { from: 'user' })).resolves.toBeDefined();
    }
  });
});
