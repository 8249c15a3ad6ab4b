import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const header = /SPDX-License-Identifier:\s*([\w.+() -]+?)\s*(?:\*\/|$)/mu;
const licenceFile = /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/iu;
const longestName = 60;

/** Tells the licences of a folder's files: by their own header, else by the nearest manifest or licence file above. */
export class Licences {
  readonly #root: string;
  readonly #known = new Map<string, string | undefined>();

  constructor(root: string) {
    this.#root = root;
  }

  of(path: string, text: string): string | undefined {
    return header.exec(text.slice(0, 2000))?.[1] ?? this.#ofFolder(dirname(path));
  }

  #ofFolder(folder: string): string | undefined {
    if (this.#known.has(folder)) return this.#known.get(folder);
    const own = ownLicence(join(this.#root, folder));
    const found = own ?? (folder === '.' ? undefined : this.#ofFolder(dirname(folder)));
    this.#known.set(folder, found);
    return found;
  }
}

function ownLicence(folder: string): string | undefined {
  return fromManifest(join(folder, 'package.json')) ?? fromText(folder);
}

function fromManifest(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const { license } = JSON.parse(readFileSync(path, 'utf8')) as { readonly license?: unknown };
    return typeof license === 'string' ? license : undefined;
  } catch {
    // A manifest that cannot be read tells no licence.
    return undefined;
  }
}

/** The first words of a licence file, which mostly are its name. */
function fromText(folder: string): string | undefined {
  const name = readdirSync(folder).find((entry) => licenceFile.test(entry));
  const text = name === undefined ? '' : readFileSync(join(folder, name), 'utf8');
  const line = text.split('\n').find((one) => /\w/u.test(one));
  return line?.replaceAll(/[#*_]/gu, '').trim().slice(0, longestName);
}
