import { FileClock, FileLock2, FilePen, FileX2, Undo2 } from 'lucide-react';
import { Chip, type Tone } from '@/components/ui/chip';
import { type NoteStatus, statusWords } from '@/lib/format/notes/note-status';

const looks: Record<NoteStatus, { tone: Tone; Icon: typeof FilePen }> = {
  draft: { tone: 'look', Icon: FilePen },
  returned: { tone: 'look', Icon: Undo2 },
  awaitingApproval: { tone: 'look', Icon: FileClock },
  awaitingCoSignature: { tone: 'look', Icon: FileClock },
  signed: { tone: 'success', Icon: FileLock2 },
  coSigned: { tone: 'success', Icon: FileLock2 },
  addended: { tone: 'success', Icon: FileLock2 },
  enteredInError: { tone: 'neutral', Icon: FileX2 },
};

/** How a note stands. */
export function StatusChip({ status, words }: { status: NoteStatus; words?: string }) {
  const { tone, Icon } = looks[status];
  return (
    <Chip tone={tone} icon={<Icon aria-hidden="true" />}>
      {words ?? statusWords[status]}
    </Chip>
  );
}
