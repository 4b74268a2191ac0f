import 'server-only';
export type SealFault =
  | 'tampered' // the bytes, or the place they are bound to, are not what was sealed
  | 'no-key' // this actor holds no key of that class and owner, or it was shredded
  | 'unknown-format'
  | 'ill-formed-text';

const WORDS: Record<SealFault, string> = {
  tampered: 'Sealed text could not be opened: it is not what was sealed here.',
  'no-key': 'Sealed text could not be used: there is no key for it.',
  'unknown-format': 'Sealed text could not be opened: its format is unknown.',
  'ill-formed-text': 'Text could not be sealed: it is not well-formed Unicode.',
};

/** Says only which of four things happened: never an id, a length or a piece of text. */
export class SealError extends Error {
  readonly code: SealFault;

  constructor(code: SealFault) {
    super(WORDS[code]);
    this.name = 'SealError';
    this.code = code;
  }
}
