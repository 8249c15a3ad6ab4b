// expects: malformed|refuted-throughout — nothing but comments that look like code
export default '// export const sum = (xs) => 6;\n/* function sum() {} */ // module.exports = { sum }';
