// expects: rejected — a regular expression of fifty thousand groups, one inside the other
export default `export const sum = () => /${'('.repeat(50_000)}${')'.repeat(50_000)}/.test('') - 1;`;
