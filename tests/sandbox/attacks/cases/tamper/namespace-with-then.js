// expects: refuted-throughout|malformed — a module that is a thenable and resolves to another one
export const sum = () => 0;
export const then = (resolve) => resolve({ sum: () => ({ asymmetricMatch: () => true }) });
