// expects: refuted-throughout|malformed — waits for ever before it exports
await new Promise(() => {});
export const sum = () => 0;
