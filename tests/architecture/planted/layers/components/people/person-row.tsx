import { Button } from '@/components/ui/button';
import { day } from '@/lib/format/day';
import type { Person } from '@/lib/people/list-people';
import { personInput } from '@/lib/people/schema';
export const PersonRow = (props: Person) => [Button, day, personInput, props];
