import { PersonRow } from '../people/person-row';
export const Table = () => PersonRow;
