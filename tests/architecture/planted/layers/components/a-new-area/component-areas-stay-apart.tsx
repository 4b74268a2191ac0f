import { PersonRow } from '../people/person-row';
export const Note = () => PersonRow;
