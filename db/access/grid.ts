/** What a cell of the grid may say, and short ways to say it. */
import type { Word } from './scopes';

export const ROLES = ['practiceAdmin', 'therapist', 'supervisor', 'scheduler', 'partner'] as const;
export type Role = (typeof ROLES)[number];

export type Cell = Word | readonly Word[] | { readonly either: readonly (readonly Word[])[] };
export const ACTIONS = ['read', 'create', 'change', 'remove'] as const;
export type Action = (typeof ACTIONS)[number];

type Row = { readonly [R in Role]?: Cell };
export type Resource = { readonly [A in Action]?: Row } & { readonly rules?: readonly Action[] };

/** What a cell says: one of these lists must hold, and of it all words. */
export const listsOf = (cell: Cell): readonly (readonly Word[])[] =>
  typeof cell === 'string' ? [[cell]] : 'either' in cell ? cell.either : [cell];

/** A cell as `npm run test:access` prints it. */
export const inWords = (cell: Cell): string =>
  listsOf(cell)
    .map((words) => words.join(' + '))
    .join(' or ');

/** The same for everyone who works there. */
export const staff = <C extends Cell>(cell: C) => ({
  practiceAdmin: cell,
  therapist: cell,
  supervisor: cell,
  scheduler: cell,
});

/** Those who assign steps or answer for those who do. */
export const clinicians = <C extends Cell>(cell: C) => ({ therapist: cell, supervisor: cell });

/** One of these lists must hold. */
export const either = <const L extends readonly (readonly Word[])[]>(...lists: L) => ({ either: lists });

/** What belongs to a draft: its author's, and of whoever the author named. */
export const ofWriters = either(['careTeam', 'author'], ['careTeam', 'coAuthor']);
