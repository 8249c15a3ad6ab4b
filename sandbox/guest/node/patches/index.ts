import type { Plugin } from 'rolldown';
import { assertPatches } from './assert.ts';
import { bufferPatches } from './buffer.ts';
import { inspectPatches } from './inspect.ts';
import { otherPatches } from './others.ts';
import { type Patch, required } from './patch.ts';

/** Where a package is older than the Node that is offered, or takes long for what is never needed. */
const patches: readonly Patch[] = [...assertPatches, ...bufferPatches, ...inspectPatches, ...otherPatches];

/** Whole files that the language itself has replaced since, or that would look for what a realm has not. */
const replaced: readonly { readonly file: RegExp; readonly code: string }[] = [
  {
    file: /core-js\/internals\/global-this\.js$/,
    code: `module.exports = ${required('private-global.ts')}.privateGlobal;`,
  },
  { file: /core-js\/internals\/url-constructor-detection\.js$/, code: 'module.exports = false;' },
  { file: /node_modules\/object\.assign\/polyfill\.js$/, code: 'module.exports = () => Object.assign;' },
  { file: /node_modules\/object-is\/polyfill\.js$/, code: 'module.exports = () => Object.is;' },
  { file: /node_modules\/(object-is|is-nan)\/index\.js$/, code: 'module.exports = Object.is;' },
  {
    file: /node_modules\/call-bind\/callBound\.js$/,
    code: 'module.exports = () => Function.prototype.call.bind(RegExp.prototype.test);',
  },
];

/** Applies the patches, and fails the build when a package no longer has the text that one replaces. */
export function patchPackages(): Plugin {
  return {
    name: 'patch-packages',
    load(id) {
      return replaced.find(({ file }) => file.test(id))?.code ?? null;
    },
    transform(code, id) {
      const due = patches.filter((patch) => patch.file.test(id));
      return due.length === 0 ? null : due.reduce((text, patch) => apply(text, patch, id), code);
    },
  };
}

function apply(code: string, patch: Patch, id: string): string {
  const patched = code.replace(patch.find, patch.replace);
  if (patched === code) throw new Error(`${id}: nothing to replace for ${String(patch.find)}`);
  return patched;
}
