// One sheet per assignment: what each asked, what both read, and what one of them alone reads.
import { AskedChanges, DeclineChanges } from '@/components/plan/terms/asked-changes';
import { ForOneFields } from '@/components/plan/terms/for-one-fields';
import { Banner } from '@/components/ui/banner';
import { Disclosure } from '@/components/ui/disclosure';
import { FormFrame } from '@/components/ui/form/form-frame';
import { TextArea, TextField } from '@/components/ui/form/text-field';
import { TextLink } from '@/components/ui/link';
import { Card, PageHeader, Section } from '@/components/ui/page-parts';
import { PartnerMark } from '@/components/ui/partner-mark';
import type { FormAction } from '@/lib/action-state';
import type { TermsSheet } from '@/lib/plan/terms/read-terms';

type TermsViewProps = {
  sheet: TermsSheet;
  formKey: string;
  change: FormAction;
  changeOwn: FormAction;
  settle: FormAction;
};

export function TermsView({ sheet, formKey, change, changeOwn, settle }: TermsViewProps) {
  const { couple, assignmentId, title, terms, isWaiting, asksAnew, offered, changes, forOne } = sheet;
  const hidden = { coupleId: couple.id, assignmentId };
  return (
    <>
      <PageHeader
        back={<TextLink href={`/couples/${couple.id}#step-${assignmentId}`}>{couple.label}</TextLink>}
        title={`Conditions of “${title}”`}
        lead="Both find what you write here at the next turn, at 04:00 their time."
      />
      <div className="flex flex-col gap-8">
        {changes.length > 0 ? (
          <AskedChanges
            changes={changes}
            decline={
              <DeclineChanges changes={changes} coupleId={couple.id} formKey={sheet.declineKey} settle={settle} />
            }
          />
        ) : null}
        <Section heading="What both read">
          <Card>
            {isWaiting ? <Banner tone="accent">Written today: both read it from the next turn on.</Banner> : null}
            <FormFrame action={change} formKey={formKey} hidden={hidden} submit="Save for both">
              <TextArea
                name="conditions"
                label="Conditions both see"
                description="One on each line, without saying whose wish it is. For example: lights on, sitting."
                rows={6}
                defaultValue={terms.conditions.join('\n')}
                isOptional
              />
              {offered.length > 0 ? (
                <Disclosure summary="Adaptations the program offers for both">
                  <ul className="max-w-measure list-disc ps-5">
                    {offered.map((text) => (
                      <li key={text}>{text}</li>
                    ))}
                  </ul>
                </Disclosure>
              ) : null}
              <TextField
                name="line"
                label="A line to both"
                description="In your own words, above the instructions."
                isPrivate
                defaultValue={terms.line}
                isOptional
                maxLength={300}
              />
              <p className="max-w-measure text-ink-muted">
                {asksAnew
                  ? 'From the next turn both are asked anew about what they do together: their yes was to other conditions. What each does alone stays as it is.'
                  : 'It is done alone, so nobody is asked anew.'}
              </p>
            </FormFrame>
          </Card>
        </Section>
        <Section heading="What one of them alone reads">
          <p className="mb-4 max-w-measure text-ink-muted">
            How one person settles, how they answer, where their attention goes. The other has no sign of it, and nobody
            is asked anew.
          </p>
          <div className="flex flex-col gap-6">
            {forOne.map((one) => (
              <Card key={one.partner.id} as="article">
                <h3 className="text-lg wrap-anywhere">
                  <PartnerMark place={one.partner.place}>{one.partner.name}</PartnerMark>
                </h3>
                <FormFrame
                  action={changeOwn}
                  formKey={one.formKey}
                  hidden={{ ...hidden, partnerId: one.partner.id }}
                  submit={`Save for ${one.partner.name} alone`}
                  submitVariant="secondary"
                >
                  <ForOneFields forOne={one} />
                </FormFrame>
              </Card>
            ))}
          </div>
        </Section>
      </div>
    </>
  );
}
