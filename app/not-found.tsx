import { NoticePage } from '@/components/ui/notice-page';
import { PlainLinkButton } from '@/components/ui/plain-link';

export default function NotFoundPage() {
  return (
    <NoticePage
      heading="There is nothing here"
      actions={<PlainLinkButton href="/">Go to the first page</PlainLinkButton>}
    >
      <p>The address may be mistyped, or what was here is no longer open to you. Nothing was changed.</p>
    </NoticePage>
  );
}
