import { withdrawMine } from '@/app/(portal)/actions';
import { onceAgreed, Portal } from '@/app/frames/portal';
import { StepText } from '@/components/portal/step-text';
import { FormFrame } from '@/components/ui/form/form-frame';
import { PlainLink, PlainLinkButton } from '@/components/ui/plain-link';
import { NotFound } from '@/lib/errors';
import { NOT_A_YES } from '@/lib/format/partner-words';
import { readMyDay, unitIn } from '@/lib/my-day/open-my-day';
import { unitInput } from '@/lib/my-day/schema';
import { page } from '@/lib/page';

export default page({
  door: 'portal',
  read: async (tx, { params }) => {
    const asked = unitInput.safeParse(params);
    if (!asked.success) throw new NotFound();
    const day = await readMyDay(tx);
    return { day, unit: unitIn(day, asked.data, 'asked', 'open') };
  },
  view: (seen) =>
    onceAgreed(seen, ({ data: { unit }, actor, formKey }) => {
      const { assignmentId, unit: name, state, isAlone } = unit;
      const path = `/steps/${assignmentId}/${name}`;
      return (
        <Portal actor={actor} back={{ href: '/home' }}>
          <StepText unit={unit} />
          {state === 'asked' ? (
            <>
              <p>
                It has not begun. Say first, on your own, whether you want it.
                {isAlone ? null : ' Your partner does not see what you answer.'}
              </p>
              <PlainLinkButton variant="primary" isWide href={`${path}/begin`}>
                Before you begin
              </PlainLinkButton>
            </>
          ) : (
            <>
              <p>{NOT_A_YES}</p>
              <PlainLink href={`/timer/${unit.minutes.max}`} isAlone>
                A silent timer
              </PlainLink>
              <PlainLinkButton variant="primary" isWide href={`${path}/check-in`}>
                Check in
              </PlainLinkButton>
              {isAlone ? null : (
                <FormFrame
                  action={withdrawMine}
                  formKey={formKey}
                  hidden={{ assignmentId, unit: name }}
                  submit="I do not want this after all"
                  submitVariant="secondary"
                  label="I do not want this after all"
                  className="withdraw-form"
                >
                  <p className="text-sm text-ink-muted">
                    It closes here at once. Your partner is not told; for them it closes in the early morning, as every
                    step does from time to time.
                  </p>
                </FormFrame>
              )}
            </>
          )}
        </Portal>
      );
    }),
});
