import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** What a module may use besides the language itself. */
const environment = `interface Console {
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  debug(...values: unknown[]): void;
}
declare var console: Console;
declare function setTimeout(callback: (...args: any[]) => void, ms?: number, ...args: any[]): number;
declare function clearTimeout(id: number | undefined): void;
declare function structuredClone<T>(value: T): T;
declare function queueMicrotask(callback: () => void): void;
`;

const options = {
  target: 'es2024',
  lib: ['es2024'],
  module: 'esnext',
  moduleResolution: 'bundler',
  moduleDetection: 'force',
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Type-checks files (path relative to `dir` → text) with the real `tsc`, and gives its messages by file. */
export async function checkTypes(dir: string, files: Readonly<Record<string, string>>): Promise<Map<string, string[]>> {
  for (const [file, text] of Object.entries(files)) write(join(dir, file), text);
  write(join(dir, 'environment.d.ts'), environment);
  write(
    join(dir, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: options, include: ['environment.d.ts', '**/*.ts'] }),
  );
  return byFile(await runTsc(dir));
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

async function runTsc(dir: string): Promise<string> {
  const tsc = join(import.meta.dirname, '..', '..', '..', 'node_modules', 'typescript', 'bin', 'tsc');
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [tsc, '-p', dir, '--pretty', 'false'], {
      cwd: dir,
      maxBuffer: 64 << 20,
    });
    return stdout;
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && String(error.stdout) !== '') return String(error.stdout);
    throw error;
  }
}

function byFile(output: string): Map<string, string[]> {
  const messages = new Map<string, string[]>();
  for (const line of output.split('\n')) {
    const match = /^(.+?)\((\d+),\d+\): error (TS\d+: .*)$/.exec(line);
    if (match === null) {
      // Only the lines that continue a message may stand on their own.
      if (line.startsWith('error TS')) throw new Error(`tsc: ${line}`);
      continue;
    }
    const [, file = '', at = '', message = ''] = match;
    messages.set(file, [...(messages.get(file) ?? []), `line ${at}: ${message}`]);
  }
  return messages;
}
