// expects: timeout|memory — catches, finishes and yields its way round being stopped
function* stubborn() {
  for (;;) {
    try {
      for (;;) yield;
    } finally {
      continue;
    }
  }
}
export const sum = () => {
  for (;;) {
    try {
      for (const _ of stubborn()) Promise.resolve().then(sum);
    } catch {
    } finally {
      continue;
    }
  }
};
