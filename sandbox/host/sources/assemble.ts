import type { Understood } from './understand.ts';
import type { Unit } from './unit.ts';

/** What is handed out beside what a text exports itself. */
export type Offer = 'nothing' | 'if-it-exports-nothing' | 'everything';

/** Makes the code that can be compiled from the text of one file. */
export function assemble(path: string, { code, prelude, originalLine, reading }: Understood, offer: Offer): Unit {
  const { format, declares, assigns, exportsNothing } = reading;
  const offers = offersOf(exportsNothing, offer);
  const isModule = format === 'module';
  const isOffering = offers !== 'nothing' && declares.length + assigns.length > 0;
  const appended = isModule && isOffering ? [...new Set(declares).difference(new Set(reading.exports))] : [];
  const front = prelude + (isOffering && !isModule ? offerCall(declares, assigns) : '');
  const before = opening(front, reading.isStrict && !isModule, reading.hidesParameter);
  return {
    path,
    format,
    code: before + withoutHashbang(code) + ending(appended, reading.hidesParameter),
    imports: reading.imports,
    declares: [...declares, ...assigns],
    offers: isOffering ? offers : 'nothing',
    exports: reading.exportsUnknown ? 'unknown' : [...reading.exports, ...appended],
    usesCommonJs: reading.usesCommonJs,
    usesTopLevelAwait: reading.usesTopLevelAwait,
    isStrict: reading.isStrict,
    freeNames: reading.freeNames,
    originalLine: (line, column) =>
      line > 1 || column === undefined ? originalLine(line, column) : originalLine(1, column - before.length),
  };
}

function offersOf(exportsNothing: boolean, offer: Offer): Unit['offers'] {
  if (offer === 'nothing') return 'nothing';
  if (exportsNothing) return 'as-exports';
  return offer === 'everything' ? 'beside-exports' : 'nothing';
}

/** Names are written as computed keys, since `__proto__` is special as a plain one. */
function offerCall(declares: readonly string[], assigns: readonly string[]): string {
  const variables = declares.map((name) => `[${JSON.stringify(name)}]: () => ${name}`);
  const globals = assigns.map((name) => `[${JSON.stringify(name)}]: () => globalThis[${JSON.stringify(name)}]`);
  return `__offer({ ${[...variables, ...globals].join(', ')} });`;
}

/**
 * What stands before the text. A directive only counts at the very beginning, so it is repeated there. A text that
 * declares, say, its own `require` gets a function of its own, because it may not do that beside the parameter.
 */
function opening(front: string, isStrict: boolean, isWrapped: boolean): string {
  const directive = isStrict && (front !== '' || isWrapped) ? "'use strict';" : '';
  return isWrapped ? `${directive}return (() => {${front}` : directive + front;
}

function ending(appended: readonly string[], isWrapped: boolean): string {
  if (isWrapped) return '\n})();';
  return appended.length > 0 ? `\n;export { ${appended.join(', ')} };` : '';
}

/** Only the very beginning of a file may have a hashbang; a comment may stand anywhere. */
function withoutHashbang(code: string): string {
  return code.startsWith('#!') ? `//${code.slice(2)}` : code;
}
