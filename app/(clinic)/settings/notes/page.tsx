import { randomUUID } from 'node:crypto';
import { Clinic } from '@/app/frames/clinic';
import { NoteSettings } from '@/components/snippets/note-settings';
import { page } from '@/lib/page';
import { readNoteSettings } from '@/lib/snippets/note-settings';
import { dropSnippetAction, saveNoteFormat, saveSnippetAction } from '../actions';

export default page({
  door: 'clinic',
  read: readNoteSettings,
  view: ({ data: { format, snippets }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="settings" title="Writing notes">
      <NoteSettings
        format={format}
        snippets={snippets.map((one) => ({ ...one, saveKey: randomUUID(), dropKey: randomUUID() }))}
        actions={{ format: saveNoteFormat, save: saveSnippetAction, drop: dropSnippetAction }}
        formKey={formKey}
        newKey={randomUUID()}
      />
    </Clinic>
  ),
});
