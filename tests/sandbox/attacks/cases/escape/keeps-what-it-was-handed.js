// expects: accepted — keeps callbacks of an earlier test and calls them when that test is long over
const found = [];
const kept = [];
export const sum = (xs) => {
  for (const call of kept) {
    try {
      const { args } = call(xs, kept);
      if (args[0] !== xs) found.push('not what was handed over');
    } catch {
      found.push('refused');
    }
  }
  return xs.reduce((a, b) => a + b, 0);
};
export const take = ({ call }) => void kept.push(call);
export const reached = () => found;
