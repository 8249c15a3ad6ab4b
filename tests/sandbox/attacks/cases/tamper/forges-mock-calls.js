// expects: refuted-throughout — never calls back, and edits the records of the mock instead
export const each = (xs, f) => {
  try {
    for (const x of xs) f.mock.calls.push([x]);
    for (const x of xs) f.mock.results.push({ type: 'return', value: x });
    f.mock.lastCall = [xs.at(-1)];
    f.mock = { calls: xs.map((x) => [x]), results: [], lastCall: [xs.at(-1)] };
  } catch {}
};
