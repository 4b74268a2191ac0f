/** The two things a verb may say to a person. Anything else that is thrown is a fault, shown without content and with an id to quote. */
import 'server-only';

/** The act cannot be done, and the person can do something about it: what is wrong, what is kept, what to do. */
export class Refusal extends Error {
  readonly fields: Readonly<Record<string, string>>;

  constructor(message: string, fields: Record<string, string> = {}) {
    super(message);
    this.name = 'Refusal';
    this.fields = fields;
  }
}

/** Not there, or not yours: the same answer for both. */
export class NotFound extends Error {
  constructor() {
    super('Not found.');
    this.name = 'NotFound';
  }
}
