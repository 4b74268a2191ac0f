import { day } from '@/lib/format/day';
export const today = day;
