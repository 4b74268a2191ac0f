import { giveMyWords, takeUpMyWords } from '@/app/(portal)/actions';
import { onceAgreed, Portal } from '@/app/frames/portal';
import { HEARD } from '@/components/portal/quiet/stay';
import { OfferedDraft } from '@/components/portal/offered-draft';
import { SharedPreview } from '@/components/portal/shared-preview';
import { PlainLinkButton } from '@/components/ui/plain-link';
import { FormFrame } from '@/components/ui/form/form-frame';
import { KeepTexts } from '@/components/ui/form/keep-texts';
import { TextArea } from '@/components/ui/form/text-field';
import { confidentialityWords, NOT_LIVE, NOT_PASSED_ON } from '@/lib/format/partner-words';
import { page } from '@/lib/page';
import { readWritePage } from '@/lib/reflections/read-write-page';

export default page({
  door: 'portal',
  read: (tx, { params }) => readWritePage(tx, params.audience),
  view: (seen) =>
    onceAgreed(seen, ({ data: { day, audience, text, isOffered }, actor, formKey }) => {
      const isShared = audience === 'shared';
      if (isShared && day.isSharedOver)
        return (
          <Portal actor={actor} back={{ href: '/write' }}>
            <h1>To your partner too</h1>
            <p>{NOT_PASSED_ON}</p>
            {text ? (
              <>
                <p>This is what you had begun. It is gone after a day.</p>
                <SharedPreview text={text} />
              </>
            ) : null}
            <PlainLinkButton href="/write/private">Write to your therapist</PlainLinkButton>
          </Portal>
        );
      const description = isShared
        ? 'Your partner sees exactly what you write, from the next early morning. You see it once more before it is shared.'
        : confidentialityWords[day.agreed ?? day.policy].label;
      return (
        <Portal actor={actor} back={{ href: '/write' }}>
          <h1>{isShared ? 'To your partner too' : 'To your therapist'}</h1>
          {isOffered ? (
            <OfferedDraft action={takeUpMyWords} formKey={formKey} hidden={{ audience }} />
          ) : (
            <FormFrame
              action={giveMyWords}
              formKey={formKey}
              hidden={{ audience }}
              className="words-form"
              submit={isShared ? 'See it as it will arrive' : 'Send'}
            >
              <div>
                <TextArea name="text" label="Your words" description={description} defaultValue={text} rows={8} />
                <KeepTexts to="/api/drafts" about={{ kind: 'words', audience }} heardEvent={HEARD} />
              </div>
            </FormFrame>
          )}
          <p className="text-sm text-ink-muted">{NOT_LIVE}</p>
        </Portal>
      );
    }),
});
