// expects: rejected — fifty thousand blocks, one inside the other
export default `export const sum = () => { ${'{'.repeat(50_000)}${'}'.repeat(50_000)} return 0; };`;
