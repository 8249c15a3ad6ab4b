// expects: refuted-throughout|timeout|memory|output — thirty levels of pairs of the same object: small to keep, endless to print
const graph = () => {
  let node = { leaf: true };
  for (let i = 0; i < 30; i++) node = { left: node, right: node, pair: [node, node] };
  return node;
};
export const sum = () => graph();
