import { inputError } from '../core/error.ts';
import { readText } from '../input/read-text.ts';
import { isExposed } from './secret-file.ts';

/** The variable that the hub's own tools read. */
const variable = 'HF_TOKEN';

/** The token of a hub, from a file or else the environment. Throws an input error; never shows the token. */
export function readToken(file: string | undefined, environment: NodeJS.ProcessEnv): string {
  const source = file ?? `the environment variable ${variable}`;
  const token = (file === undefined ? environment[variable] : readText(file, 'the token'))?.trim() ?? '';
  if (token === '') throw noToken(source);
  if (file !== undefined && isExposed(file)) {
    throw inputError('token-exposed', `${file} (--token-file) can be read by others: chmod 600 it.`);
  }
  // The library refuses others, in words that do not say which token is meant.
  if (/^hf_\w+$/u.test(token)) return token;
  throw inputError('token-invalid', `What ${source} holds is no token of a hub: those begin with hf_. Check it.`);
}

function noToken(source: string): Error {
  return inputError(
    'no-token',
    `--push needs a token with the right to write, and ${source} holds none. Set ${variable}, or give --token-file FILE.`,
  );
}
