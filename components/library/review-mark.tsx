import { FileWarning } from 'lucide-react';
import { Chip } from '@/components/ui/chip';

type ReviewMarkProps = { review: { mark: string; by: string | null; on: string | null } };

/** Whether a clinician has reviewed the texts yet; for staff only. */
export function ReviewMark({ review }: ReviewMarkProps) {
  if (review.by) {
    return (
      <Chip tone="success">
        Reviewed by {review.by}
        {review.on ? `, ${review.on}` : ''}
      </Chip>
    );
  }
  return (
    <Chip tone="look" icon={<FileWarning aria-hidden="true" />}>
      Draft, for review by a licensed clinician
    </Chip>
  );
}
