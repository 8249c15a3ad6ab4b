// expects: timeout|memory|output|refuted — two such graphs, compared by the suite
export const graph = (leaf) => {
  let node = { leaf };
  for (let i = 0; i < 40; i++) node = { left: node, right: node };
  return node;
};
