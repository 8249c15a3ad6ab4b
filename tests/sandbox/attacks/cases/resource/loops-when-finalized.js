// expects: refuted-throughout|timeout|memory — callbacks of a registry that loop once what they watch is gone
const registry = new FinalizationRegistry(() => {
  for (;;);
});
export const sum = () => {
  for (let i = 0; i < 2e4; i++) registry.register([i], i);
  return 0;
};
