import { type Cause, CAUSES } from '@/components/session-notes/kept-texts';
import { TextLink } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { dayAndTime } from '@/lib/format/dates';

type VersionListProps = {
  versions: { id: string; cause: Cause; keptAt: Date; keptBy: string | null }[];
  /** The note's own address. */
  href: string;
  author: string;
  timeZone: string;
  today: string;
};
