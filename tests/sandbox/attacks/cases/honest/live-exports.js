// expects: accepted — exported variables that change, several names of one function, and a default export
export let count = 0;
export const up = () => {
  count++;
  return count;
};
export const state = { items: [] };
export const add = (item) => state.items.push(item);
export default function main() {
  return main;
}
export { main as alias, up as 'a name in quotes' };
export { add as then_, up as default_ };
