'use client';

import { SelectField } from '@/components/ui/form/choice-fields';
import { SubmitButton } from '@/components/ui/form/submit-button';
import { FORMATS, newestOf } from '@/lib/format/notes/note-formats';
import type { NoteFormat } from '@/lib/format/note-sections';

/** The format of this note, which may change while it is a draft. */
export function FormatField({ current }: { current: NoteFormat }) {
  const others = FORMATS.filter((id) => id !== current);
  return (
    <div className="note-format">
      <SelectField
        key={current}
        name="changeTo"
        label="Format"
        description="No word is lost: what has no section of its own goes into the nearest, under its old title."
        placeholder={`${newestOf(current).label} (now)`}
        options={others.map((id) => ({ value: id, label: newestOf(id).label }))}
      />
      <SubmitButton name="next" value="format" variant="secondary" size="sm">
        Change format
      </SubmitButton>
    </div>
  );
}
