// expects: rejected — twenty thousand levels of destructuring
export default `export const sum = (${'[{a:'.repeat(20_000)}b${'}]'.repeat(20_000)}) => 0;`;
