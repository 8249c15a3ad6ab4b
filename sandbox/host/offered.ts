/** What candidates may import beside each other: Node's pure modules, and packages that the user chose. */
import * as node from '../guest/node/catalogue.ts';
import { getPackages } from './packages.ts';

export interface Offered {
  readonly name: string;
  /** Undefined where only evaluating the module tells. */
  readonly exports: readonly string[] | undefined;
  readonly requires: readonly string[];
}

const requireCall = /(?<![\w$.])require\([`'"]([^`'"]+)[`'"]\)/g;
const required = new Map<string, { readonly source: string; readonly names: readonly string[] }>();

export function find(specifier: string): Offered | undefined {
  const source = packageOf(specifier);
  if (source === undefined) return node.find(specifier);
  return { name: specifier, exports: undefined, requires: requiredBy(specifier, source) };
}

/** A script that gives a function from `require` to the module's exports. */
export function sourceOf(name: string): string {
  return packageOf(name) ?? node.sourceOf(name);
}

/** Why a module is not there, for people. */
export function refusal(specifier: string): string {
  const name = specifier.replace(/^node:/, '');
  if (node.isRefused(name)) {
    return `Node's module '${name}' is not offered here: files, network and processes are out of reach`;
  }
  return `there is no module '${specifier}' here; packages are offered by the setting guest.packages`;
}

function packageOf(name: string): string | undefined {
  const packages = getPackages();
  return Object.hasOwn(packages, name) ? packages[name] : undefined;
}

/** The offered modules that a package asks for, now or when one of its functions is called. */
function requiredBy(name: string, source: string): readonly string[] {
  const known = required.get(name);
  if (known?.source === source) return known.names;
  const mentioned = new Set(Array.from(source.matchAll(requireCall), ([, specifier = '']) => specifier));
  const names = [...mentioned].filter((other) => packageOf(other) !== undefined || node.find(other) !== undefined);
  required.set(name, { source, names });
  return names;
}
