// expects: accepted — makes much garbage without a pause, then waits for promises
export const churn = (rounds) => {
  let total = 0;
  for (let i = 0; i < rounds; i++) {
    const kept = Array.from({ length: 200_000 }, (_, n) => [n + i]);
    total += kept.length;
  }
  return total;
};
export const later = async () => {
  await null;
  return await Promise.resolve('later');
};
