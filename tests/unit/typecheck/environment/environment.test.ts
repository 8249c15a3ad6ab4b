import { API } from 'typescript/unstable/sync';
import { expect, onTestFinished, test } from 'vitest';
import { environment } from '../../../../src/typecheck/environment/environment.ts';
import { home } from '../helpers.ts';

/** The errors in declarations, which a program of candidates does not look for. */
function errorsIn(declarations: Readonly<Record<string, string>>): string[] {
  const root = `${home}.environment`;
  const files = new Map(Object.entries(declarations).map(([name, text]) => [`${root}/${name}`, text]));
  const config = `${root}/tsconfig.json`;
  const compilerOptions = {
    target: 'es2024',
    lib: ['es2025', 'esnext.disposable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    strict: true,
    types: [],
  };
  const texts = new Map([...files, [config, JSON.stringify({ compilerOptions, files: [...files.keys()] })]]);
  const isOurs = (path: string): boolean => path.startsWith(root);
  const api = new API({
    cwd: home,
    fs: {
      readFile: (path) => (isOurs(path) ? (texts.get(path) ?? null) : undefined),
      fileExists: (path) => (isOurs(path) ? texts.has(path) : undefined),
      directoryExists: (path) => (isOurs(path) ? path === root : undefined),
    },
  });
  onTestFinished(() => api.close());
  const program = api.updateSnapshot({ openProjects: [config] }).getProject(config)?.program;
  return [...files.keys()].flatMap((path) =>
    [...(program?.getSyntacticDiagnostics(path) ?? []), ...(program?.getSemanticDiagnostics(path) ?? [])].map(
      ({ pos, text }) => `${path.slice(root.length + 1)}: ${text} ${files.get(path)?.slice(pos, pos + 40) ?? ''}`,
    ),
  );
}

test('the declarations of what is offered are right in themselves', () => {
  expect(errorsIn(environment)).toEqual([]);
});

test('errors in declarations would be seen', () => {
  expect(errorsIn({ ...environment, 'wrong.d.ts': 'declare const a: Frobnicator;' })).toEqual([
    "wrong.d.ts: Cannot find name 'Frobnicator'. Frobnicator;",
  ]);
});
