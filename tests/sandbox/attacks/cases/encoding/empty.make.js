// expects: malformed|refuted-throughout — nothing at all
export default '';
