// expects: timeout|memory|refuted — an async generator that always has one more
export async function* numbers() {
  for (let i = 0; ; i++) yield i;
}
