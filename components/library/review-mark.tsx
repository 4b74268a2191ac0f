import { FileWarning } from 'lucide-react';
import { Chip } from '@/components/ui/chip';
import { Checkbox } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { TextLink } from '@/components/ui/link';
import { Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import { shortDay } from '@/lib/format/dates';
import type { StepView } from '@/lib/program/read-library';

/** Read years later: always with the year. */
const dated = (day: string) => shortDay(day, '');

type ReviewMarkProps = { review: { by: string; on: string } | null };

/** Whether a clinician has put name and credential to this version; for staff only. */
export const ReviewMark = ({ review }: ReviewMarkProps) =>
  review ? (
    <Chip tone="success">
      Reviewed by {review.by}, {dated(review.on)}
    </Chip>
  ) : (
    <NotReviewed />
  );

export const NotReviewed = () => (
  <Chip tone="look" icon={<FileWarning aria-hidden="true" />}>
    Not reviewed yet
  </Chip>
);

/** Every version there was, whose it is and who reviewed it. */
export const Versions = ({ step }: { step: StepView }) => (
  <Section heading="Versions" lead="An edit makes a new one. Couples keep the one they were given until it is moved.">
    <ul className="flex flex-col gap-3">
      {step.versions.map(({ version, by, on, review, isRetired }) => (
        <li key={version} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {version === step.version ? (
            <b>Version {version}</b>
          ) : (
            <TextLink href={`/library/${step.stepId}?version=${version}`}>Version {version}</TextLink>
          )}
          <span className="text-ink-muted">{by ? `by ${by}, ${dated(on)}` : 'as it came'}</span>
          {isRetired ? <Chip>Retired</Chip> : <ReviewMark review={review} />}
        </li>
      ))}
    </ul>
  </Section>
);

type ReviewFormProps = { step: StepView; action: FormAction; formKey: string; as: string };

/** Puts the reader's name and credential to this version. */
export const ReviewForm = ({ step, action, formKey, as }: ReviewFormProps) => (
  <Section
    heading="Review"
    lead="Your name, credential and the day stand beside this version, for staff. It is never taken back."
  >
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ stepId: step.stepId, versionId: step.versionId }}
      submit="Mark as reviewed"
      label="Review"
    >
      <Checkbox name="isRead" label={`I have read all of version ${step.version}, and it may be given to couples.`} />
      <p className="text-ink-muted">As {as}</p>
    </FormFrame>
  </Section>
);
