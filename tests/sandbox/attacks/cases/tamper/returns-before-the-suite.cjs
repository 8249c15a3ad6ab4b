// expects: refuted — a script that returns at the top, so that nothing behind it would run
function sum() {
  return 0;
}
if (sum([]) === 0) return;
throw new Error('never reached');
