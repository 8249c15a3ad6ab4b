const sentence = /^(?:#{1,6} |[-*+] \S|\d+[.)] |\*\*\S|\p{Lo}|\p{Lu}[\p{L}'’]*[,:]? [\p{L}\d`*_"'(“])/u;

/** Whether a line begins as sentences, lists and headings do, and no line of code does. */
export function isProse(line: string): boolean {
  return sentence.test(line);
}
