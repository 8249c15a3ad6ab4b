// expects: refuted-throughout|malformed — exports, then throws what nobody should take for success
export const sum = () => 0;
throw undefined;
