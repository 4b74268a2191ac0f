/** What of an answer before a shared step waits for the therapist as a change (rule 4): a yes that comes with changes, and all that is written. */
import 'server-only';

type Choices = Readonly<Record<string, unknown>>;

export const withChanges = (choices: Choices): [id: string, answer: string][] =>
  Object.entries(choices).flatMap(([id, given]) => (given === 'Yes, with changes' ? [[id, given]] : []));

export const asksForChange = (choices: Choices, texts: Readonly<Record<string, string>>): boolean =>
  withChanges(choices).length > 0 || Object.keys(texts).length > 0;
