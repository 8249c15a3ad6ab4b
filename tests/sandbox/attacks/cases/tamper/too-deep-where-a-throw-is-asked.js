// expects: refuted-throughout|output|timeout|memory — returns what is too deep to hand over, where an error is asked for
export const parse = () => {
  let nest = [];
  for (let i = 0; i < 200_000; i++) nest = [nest];
  return nest;
};
export const parseLater = async () => parse();
