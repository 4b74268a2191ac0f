import { Person } from './person';
export const name = (person: Person) => person.name;
