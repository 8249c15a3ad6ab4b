// expects: malformed|refuted-throughout — exports the name with a zero-width joiner at its end
export default 'export const sum\u200d = (xs) => xs.reduce((a, b) => a + b, 0);';
