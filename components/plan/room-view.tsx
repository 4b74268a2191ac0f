import { PartnerPreview } from '@/components/plan/partner-preview';
import { RoomForm } from '@/components/plan/room-form';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { LinkButton, TextLink } from '@/components/ui/link';
import { Card, EmptyState, PageHeader, Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import type { Room } from '@/lib/room/read-room';

type RoomViewProps = { room: Room; action: FormAction; formKey: string };

const prepared = {
  now: 'Prepared. It stands on the plan now, for both.',
  turn: 'Prepared. It arrives for both tomorrow morning.',
  after: 'Prepared: finish after the session.',
};

/** A couple's plan for a screen that both look at. */
export function RoomView({ room, action, formKey }: RoomViewProps) {
  const { couple, nextAppointment, choice } = room;
  const here = `/couples/${couple.id}/room`;
  return (
    <>
      <PageHeader
        title={couple.label}
        lead={nextAppointment ? `Next appointment together: ${nextAppointment}` : 'No next appointment together yet.'}
        actions={<LinkButton href={`/couples/${couple.id}?everything=1`}>Show everything</LinkButton>}
      />
      {room.prepared ? (
        <div className="mb-6">
          <Banner tone="success">{prepared[room.prepared]}</Banner>
        </div>
      ) : null}
      {choice ? (
        <Section heading="A step to look at together">
          <RoomForm key={choice.stepId} action={action} formKey={formKey} coupleId={couple.id} choice={choice} />
        </Section>
      ) : (
        <Plan room={room} />
      )}
      <Section heading="Choose a step">
        <form action={here} method="get" role="search" className="flex max-w-measure flex-wrap items-end gap-3">
          <div className="field min-w-0 shrink grow basis-48">
            <label className="label" htmlFor="room-search">
              Search the steps
            </label>
            <input
              id="room-search"
              className="input"
              type="search"
              name="q"
              defaultValue={room.asked}
              autoComplete="off"
              spellCheck={false}
              data-keys="a"
            />
          </div>
          <Button type="submit" className="mb-0.5">
            Search
          </Button>
        </form>
        {room.asked ? <Found room={room} here={here} /> : null}
      </Section>
    </>
  );
}

function Plan({ room: { stages } }: { room: Room }) {
  if (stages.length === 0)
    return (
      <div className="mb-8">
        <EmptyState>No step is on the plan yet. Choose the first one together.</EmptyState>
      </div>
    );
  return stages.map(({ n, title, steps }) => (
    <Section key={n} heading={title}>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {steps.map(({ id, preview, ...given }) => (
          <Card key={id} as="article">
            <PartnerPreview step={preview} {...given} />
          </Card>
        ))}
      </div>
    </Section>
  ));
}

function Found({ room: { found }, here }: { room: Room; here: string }) {
  if (found.length === 0) return <p className="mt-4">No step has these words.</p>;
  return (
    <ul className="step-list mt-4">
      {found.map(({ stepId, title, why }) => (
        <li key={stepId} className="step-choice">
          <div className="min-w-0">
            <TextLink href={`${here}?step=${stepId}`} className="font-semibold">
              {title}
            </TextLink>
            <p className="max-w-measure">{why}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
