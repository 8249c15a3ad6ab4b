/** A file of somebody's code. */
export interface SourceFile {
  /** Relative to where the files were looked for, with `/`. */
  readonly path: string;
  readonly text: string;
  /** An SPDX expression, or the words of a licence file; absent where none is told. */
  readonly licence?: string;
}

/** Why a file, or a piece of one, gives no seed. */
export type Unfit =
  | 'unreadable'
  | 'generated'
  | 'unparsable'
  | 'undocumented'
  | 'returns-nothing'
  | 'too-long'
  | 'too-short'
  | 'not-self-contained'
  | 'ill-typed'
  | 'secret'
  | 'personal-data'
  | 'duplicate';
