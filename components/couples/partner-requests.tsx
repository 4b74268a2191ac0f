import { FormFrame } from '@/components/ui/form/form-frame';
import { Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';

export type RequestOfPartner = {
  id: string;
  kind: 'contact' | 'data' | 'openings';
  words: string;
  isRemoved: boolean;
  on: string;
  formKeys: { use: string; settle: string };
};

type PartnerRequestsProps = { coupleId: string; name: string; requests: RequestOfPartner[]; settle: FormAction };

const labels: Record<RequestOfPartner['kind'], string> = {
  contact: 'how to be reached',
  data: 'their data',
  openings: 'who opened their record',
};

const asked: Record<Exclude<RequestOfPartner['kind'], 'contact'>, string> = {
  data: 'Asks for what is kept about them. Give it to them by the safe way, within 30 days; it holds nothing of the other.',
  openings:
    'Asks who exactly opened their record, with names and times. Give it to them by the safe way; it holds nothing of the other.',
};

/** What a partner asked for in their settings: answered by the safe way, outside of Hearth, and then put away here. */
export function PartnerRequests({ coupleId, name, requests, settle }: PartnerRequestsProps) {
  return (
    <Section heading="Asked for" level={3}>
      <ul className="flex flex-col gap-4">
        {requests.map(({ id, kind, words, isRemoved, on, formKeys }) => {
          const act = (submit: string, formKey: string, takesWords?: 'yes') => (
            <FormFrame
              action={settle}
              formKey={formKey}
              hidden={{ coupleId, requestId: id, ...(takesWords && { takesWords }) }}
              submit={submit}
              submitVariant="secondary"
              label={`${submit}: ${name}, ${labels[kind]}`}
            >
              {null}
            </FormFrame>
          );
          return (
            <li key={id} className="flex flex-col gap-1">
              {kind === 'contact' ? (
                <>
                  <p>
                    Wrote on {on} how to be reached:{' '}
                    {isRemoved ? words : <span className="wrap-anywhere">“{words}”</span>}
                  </p>
                  <p className="text-sm text-ink-muted">
                    Someone else may hold their phone. If it differs from what you agreed, ask them alone first.
                  </p>
                  <div className="flex flex-wrap items-start gap-x-3">
                    {isRemoved ? null : act('Use these words', formKeys.use, 'yes')}
                    {act('Keep what is noted', formKeys.settle)}
                  </div>
                </>
              ) : (
                <>
                  <p>
                    {on}: {asked[kind]}
                  </p>
                  {act('It was answered', formKeys.settle)}
                </>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
