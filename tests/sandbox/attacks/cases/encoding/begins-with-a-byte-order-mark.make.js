// expects: accepted — a byte order mark before the first word
export default '\ufeffexport const sum = (xs) => xs.reduce((a, b) => a + b, 0);';
