// expects: accepted — cycles through objects, arrays, maps and errors, and parts that are shared
export const ring = () => {
  const node = { name: 'a', list: [], map: new Map() };
  node.self = node;
  node.list.push(node, node.list);
  node.map.set(node, node.map);
  return node;
};
export const twice = () => {
  const part = { n: 1 };
  return { left: part, right: part };
};
export const isRing = (node) => node.self === node && node.list[0] === node;
export const link = (a, b) => {
  a.other = b;
  b.other = a;
  return a;
};
