import { Clinic } from '@/app/frames/clinic';
import { CoupleFrame } from '@/components/couples/couple-frame';
import { NoteList } from '@/components/find-notes/note-list';
import { NoteSearch } from '@/components/find-notes/note-search';
import { PrintRange } from '@/components/find-notes/print-range';
import { StatusChip } from '@/components/session-notes/signing/status-chip';
import { LinkButton, TextLink } from '@/components/ui/link';
import { EmptyState, Section } from '@/components/ui/page-parts';
import { TabLinks } from '@/components/ui/tab-links';
import { dayOf } from '@/lib/format/dates';
import { isFinal, statusOf } from '@/lib/format/notes/note-status';
import { readNotesOfRecord } from '@/lib/find-notes/read-notes';
import { page } from '@/lib/page';
import { findNotesAction } from './actions';

export default page({
  door: 'clinic',
  read: (tx, { params, search }) => readNotesOfRecord(tx, params.coupleId, search.of),
  view: ({ data: { couple, of, partner, notes }, actor, formKey }) => {
    const base = `/couples/${couple.id}/notes`;
    const hrefOf = (record: string) => (record === 'joint' ? base : `${base}?of=${record}`);
    const today = dayOf(actor.now, actor.timeZone);
    const label = partner ? `Notes with ${partner.name} alone` : 'Joint notes';
    const where = partner ? `the notes and contacts of ${partner.name} alone` : 'the joint notes';
    const signed = notes.filter(({ standing }) => isFinal(statusOf(standing)));
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Notes">
        <CoupleFrame couple={couple} current="sessions">
          <p className="mb-4">
            <TextLink href={`/couples/${couple.id}/sessions`}>All sessions</TextLink>
          </p>
          <TabLinks
            label="Whose notes"
            current={hrefOf(of)}
            tabs={[
              { href: hrefOf('joint'), label: 'Joint' },
              ...couple.partners.map(({ id, name }) => ({ href: hrefOf(id), label: `${name} alone` })),
            ]}
          />
          <NoteSearch key={of} action={findNotesAction} coupleId={couple.id} of={of} where={where} today={today}>
            <Section heading={label}>
              {notes.length > 0 ? (
                <NoteList
                  label={label}
                  coupleId={couple.id}
                  notes={notes}
                  timeZone={actor.timeZone}
                  today={today}
                  statusOfNote={({ standing }) => <StatusChip status={statusOf(standing)} />}
                />
              ) : (
                <EmptyState action={<LinkButton href={`/couples/${couple.id}/sessions`}>To the sessions</LinkButton>}>
                  No note in this record yet. A note is begun from its session.
                </EmptyState>
              )}
            </Section>
            {signed.length > 0 ? (
              <PrintRange
                action={`${base}/print`}
                of={of}
                label={label}
                from={dayOf(signed.at(-1)!.startsAt, actor.timeZone)}
                to={dayOf(signed[0]!.startsAt, actor.timeZone)}
                hasOthers={signed.length < notes.length}
              />
            ) : null}
          </NoteSearch>
        </CoupleFrame>
      </Clinic>
    );
  },
});
