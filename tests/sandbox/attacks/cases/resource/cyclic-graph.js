// expects: refuted-throughout|timeout|memory|output — two hundred thousand nodes that all know one another in a ring
export const sum = () => {
  const nodes = Array.from({ length: 2e5 }, (_, id) => ({ id }));
  nodes.forEach((node, i) => {
    node.next = nodes[(i + 1) % nodes.length];
    node.back = nodes.at(i - 1);
    node.all = nodes;
  });
  return nodes[0];
};
