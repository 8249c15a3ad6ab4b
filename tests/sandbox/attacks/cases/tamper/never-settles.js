// expects: refuted-throughout — a promise that never settles
export const sum = () => new Promise(() => {});
