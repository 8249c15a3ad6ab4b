/** Known to modules of the host's own alone: no candidate may import it, as nothing offers it. */
export const hostModule = 'guest:host';

interface Binding {
  readonly local: string;
  readonly name: string;
}

function bindingsOf(names: readonly string[]): readonly Binding[] {
  return [...new Set(names)]
    .filter((name) => name !== 'default' && name !== '*')
    .map((name, at) => ({ local: `$${at}`, name: JSON.stringify(name) }));
}

function exportsOf(bindings: readonly Binding[]): string {
  return bindings.map(({ local, name }) => `,${local} as ${name}`).join('');
}

/** An ES module that loads a CommonJS one and exports its members. */
export function wrapper(key: string, names: readonly string[]): string {
  const bindings = bindingsOf(names);
  const declared = bindings.map(({ local, name }) => `,${local}=m==null?undefined:m[${name}]`).join('');
  return `import {load} from '${hostModule}';const m=load(${JSON.stringify(key)}),d=m&&m.__esModule&&'default' in m?m.default:m${declared};export {d as default${exportsOf(bindings)}};`;
}

/** An ES module that exports the members of a twin of the solution, and keeps its bindings as they are there. */
export function twinModule(path: string, names: readonly string[]): string {
  const bindings = bindingsOf(names);
  const v = `s.values[${JSON.stringify(path)}]`;
  const declared = bindings.map(({ local, name }) => `,${local}=v[${name}]`).join('');
  const refresh = bindings.map(({ local, name }) => `${local}=v[${name}];`).join('');
  return `import {solution as s} from '${hostModule}';const v=${v};let d=v.default${declared};export {d as default${exportsOf(bindings)}};s.onRefresh(()=>{d=v.default;${refresh}});`;
}
