'use client';

import { detailIdsOf, titleOf, wordsOf, type Who } from '@/lib/format/notes/note-words';
import { OtherSection } from '@/components/session-notes/writing/other-section';
import type { OtherText } from '@/components/session-notes/writing/use-autosave';

const IN_WORDS = ['present', 'interventions', 'start', 'stop', 'nexton'];

type OtherDetailsProps = {
  other: OtherText;
  who: readonly Who[];
  label: string;
  onUse: (id: string, text: string) => void;
};

/** Fields beside the sections in which two texts differ. */
export function OtherDetails({ other, who, label, onUse }: OtherDetailsProps) {
  const { sections, mine } = other;
  return detailIdsOf(mine, sections)
    .filter((id) => (mine[id] ?? '') !== (sections[id] ?? ''))
    .map((id) => {
      const [text, own] = [sections[id] ?? '', mine[id] ?? ''];
      const title = titleOf(id, who);
      return (
        <div key={id} className="flex flex-col gap-1">
          <p className="label">{title}</p>
          <OtherSection
            title={title}
            label={label}
            text={text}
            mine={own}
            words={{ text: wordsOf(id, text, who), mine: wordsOf(id, own, who) }}
            isChoice={IN_WORDS.includes(id)}
            onUse={(used) => onUse(id, used)}
          />
        </div>
      );
    });
}
