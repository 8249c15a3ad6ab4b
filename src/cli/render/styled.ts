import { styleText } from 'node:util';

/** A text in a colour or weight where its stream is a terminal and `NO_COLOR` is not set; elsewhere as it is. */
export function styled(style: 'bold' | 'green' | 'yellow' | 'red', text: string, stream: NodeJS.WriteStream): string {
  return stream.isTTY ? styleText(style, text, { stream }) : text;
}
