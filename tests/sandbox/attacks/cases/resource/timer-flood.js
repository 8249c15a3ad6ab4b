// expects: refuted|timeout|memory — a million timers, each of which sets a million more
const flood = () => {
  for (let i = 0; i < 1e6; i++) setTimeout(flood, i % 7);
};
export const sum = async () => {
  flood();
  await new Promise((resolve) => setTimeout(resolve, 1e6));
  return 0;
};
