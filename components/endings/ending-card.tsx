import { FormFrame } from '@/components/ui/form/form-frame';
import { Card, Facts } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import { endingReasonWords } from '@/lib/format/couple-words';

type EndingCardProps = {
  ending: { on: string; by: string; reason: keyof typeof endingReasonWords; words: string; summary: string };
  /** Present while it stands. */
  reopen?: { action: FormAction; formKey: string; coupleId: string };
};

/** One ending: when, why, the closing summary. */
export function EndingCard({ ending, reopen }: EndingCardProps) {
  const { on, by, reason, words, summary } = ending;
  return (
    <Card as="section" className="mb-6">
      <h2 className="text-xl">{reopen ? `Work ended on ${on}` : `Work had ended on ${on}`}</h2>
      <Facts
        facts={[
          { name: 'Reason', value: endingReasonWords[reason] },
          ...(words ? [{ name: 'In own words', value: <Text>{words}</Text> }] : []),
          { name: 'Closing summary', value: <Text>{summary}</Text> },
          { name: 'Written by', value: by },
        ]}
      />
      {reopen ? (
        <>
          <p className="max-w-measure text-ink-muted">
            Everything is closed for both from the turn after that day. Nobody was told; each can still sign in and
            reach support, and keeps their own record. Reopening opens nothing by itself: each is asked anew, and what
            is shared waits for your release.
          </p>
          <FormFrame
            action={reopen.action}
            formKey={reopen.formKey}
            hidden={{ coupleId: reopen.coupleId }}
            submit="Reopen"
            submitVariant="secondary"
            label="Reopen the work"
          >
            {null}
          </FormFrame>
        </>
      ) : null}
    </Card>
  );
}

const Text = ({ children }: { children: string }) => (
  <span className="block max-w-measure break-words whitespace-pre-line">{children}</span>
);
