import { randomUUID } from 'node:crypto';
import { Clinic } from '@/app/frames/clinic';
import { CoupleFrame } from '@/components/couples/couple-frame';
import { SessionList } from '@/components/sessions/session-list';
import { StartNoteForm } from '@/components/sessions/start-note-form';
import { LinkButton, TextLink } from '@/components/ui/link';
import { EmptyState, Section } from '@/components/ui/page-parts';
import { page } from '@/lib/page';
import { readSessions, type RecordOfSessions } from '@/lib/sessions/read-sessions';
import { startNoteAction } from './actions';

const headingOf = (record: RecordOfSessions) =>
  record.partner ? `With ${record.partner.name} alone` : 'Joint sessions';

export default page({
  door: 'clinic',
  read: (tx, { params, search }) => readSessions(tx, params.coupleId, search),
  view: ({ data, actor, formKey }) => {
    const { couple, coming, records, isOnePage } = data;
    const base = `/couples/${couple.id}/sessions`;
    const list = {
      partners: couple.partners,
      timeZone: actor.timeZone,
      now: actor.now,
      startNote: (session: { id: string }, label: string) => (
        <StartNoteForm action={startNoteAction} formKey={randomUUID()} sessionId={session.id} label={label} size="sm" />
      ),
    };
    const isEmpty = coming.length === 0 && records.every(({ lines }) => lines.length === 0);
    const plan = (
      <LinkButton href={`${base}/new`} variant="primary">
        Plan or record a session
      </LinkButton>
    );
    const actions = (
      <>
        <LinkButton href={`/couples/${couple.id}/notes`}>Find or print notes</LinkButton>
        {plan}
      </>
    );
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Sessions">
        <CoupleFrame couple={couple} current="sessions" actions={isEmpty ? undefined : actions}>
          {isOnePage ? (
            <p className="mb-6">
              <TextLink href={base}>All sessions</TextLink>
            </p>
          ) : null}
          {isEmpty ? (
            <EmptyState action={plan}>
              No session yet. Plan the next one, or record one that has taken place.
            </EmptyState>
          ) : null}
          {coming.length > 0 ? (
            <Section heading="Coming up">
              <SessionList label="Coming up" lines={coming} saysWithWhom {...list} />
            </Section>
          ) : null}
          {records.map((record) =>
            record.lines.length > 0 ? (
              <Section key={record.with} heading={headingOf(record)}>
                <SessionList label={headingOf(record)} lines={record.lines} {...list} />
                {record.older ? (
                  <p>
                    <TextLink href={`${base}${record.older}`}>Older ones</TextLink>
                  </p>
                ) : null}
              </Section>
            ) : null,
          )}
          <p>
            <TextLink href={`/couples/${couple.id}/process-notes`} data-keys="p">
              Process notes
            </TextLink>{' '}
            <span className="text-ink-muted">Yours alone, not part of the record.</span>
          </p>
        </CoupleFrame>
      </Clinic>
    );
  },
});
