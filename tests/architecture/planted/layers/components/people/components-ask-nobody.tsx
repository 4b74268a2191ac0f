import type { Person } from '@/db/queries/people';
export const Row = (props: Person) => props.name;
