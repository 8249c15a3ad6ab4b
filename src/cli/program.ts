import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { bundled } from '../config/bundled.ts';
import { addBacktranslateCommand } from './commands/backtranslate.ts';
import { addBenchCommand } from './commands/bench.ts';
import { addCheckCommand } from './commands/check.ts';
import { addContaminationCommand } from './commands/contamination.ts';
import { addCurateCommand } from './commands/curate.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addExportCommand } from './commands/export.ts';
import { addInitCommand } from './commands/init.ts';
import { addNightlyCommand } from './commands/nightly.ts';
import { addOfflineModelCommand } from './commands/offline-model.ts';
import { addPromptsCommand } from './commands/prompts.ts';
import { addRejudgeCommand } from './commands/rejudge.ts';
import { addReportCommand } from './commands/report.ts';
import { addRunCommand } from './commands/run.ts';
import { addServeCommand } from './commands/serve.ts';
import { addShowCommand } from './commands/show.ts';
import { addStoreCommand } from './commands/store.ts';
import { addVerifyCommand } from './commands/verify.ts';

const examples = `
Examples:
  $ winnow run --out dataset            the whole way from seeds to a dataset, offline
  $ winnow check code.ts code.test.ts   one solution against its tests
  $ winnow run --help                   every option of one command
  $ winnow offline-model --port 8080    the recorded model as a server of its own`;

/** The command line's words; what a command does is loaded when it runs. */
export function makeProgram(): Command {
  const { version } = JSON.parse(readFileSync(join(bundled.root, 'package.json'), 'utf8')) as { version: string };
  const program = new Command('winnow')
    .description('Turns a language model into a source of verified TypeScript training data.')
    .version(version)
    .option('--debug', 'show stack traces')
    .showSuggestionAfterError()
    .showHelpAfterError('(--help shows every option)')
    .addHelpText('after', examples);
  addInitCommand(program);
  addRunCommand(program);
  addNightlyCommand(program);
  addRejudgeCommand(program);
  addExportCommand(program);
  addBacktranslateCommand(program);
  addCheckCommand(program);
  addBenchCommand(program);
  addCurateCommand(program);
  addVerifyCommand(program);
  addReportCommand(program);
  addServeCommand(program);
  addShowCommand(program);
  addContaminationCommand(program);
  addDoctorCommand(program);
  addStoreCommand(program);
  addPromptsCommand(program);
  addOfflineModelCommand(program);
  return program.exitOverride();
}
