import { PersonRow } from '@/components/people/person-row';
export const row = PersonRow;
