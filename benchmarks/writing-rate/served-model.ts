import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../tests/e2e/helpers.ts';

export interface ServedModel extends AsyncDisposable {
  readonly url: string;
}

/** The offline model in a process of its own, so that it does not share a core's time with the run's main thread. */
export async function serveModel(args: readonly string[]): Promise<ServedModel> {
  const main = join(root, 'src', 'cli', 'main.ts');
  const child = spawn(process.execPath, [main, 'offline-model', '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { url: await urlOf(child), [Symbol.asyncDispose]: () => ended(child) };
}

function urlOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the offline model ended with exit code ${code}`)));
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const url = /http:\S+/u.exec(said)?.[0];
      if (url !== undefined) resolve(url);
    });
  });
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exit;
}
