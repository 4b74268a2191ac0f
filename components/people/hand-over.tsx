import { SelectField } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { LinkButton, TextLink } from '@/components/ui/link';
import { EmptyState, Facts, PageHeader, Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import { couplesInWords } from '@/lib/format/people-words';

type HandOverProps = {
  member: { id: string; name: string };
  couples: { id: string; label: string; status: 'invited' | 'active' | 'ended' }[];
  therapists: { id: string; name: string }[];
  /** Notes this person began and did not sign. */
  unsigned: number;
  /** Their sessions that are still to come. */
  coming: number;
  formKey: string;
  action: FormAction;
};

/** Someone leaves: every couple gets a new primary, and the account ends with it. */
export function HandOver({ member, couples, therapists, unsigned, coming, formKey, action }: HandOverProps) {
  const options = therapists.map(({ id, name }) => ({ value: id, label: name }));
  const back = `/people/staff/${member.id}`;
  return (
    <>
      <PageHeader
        back={<TextLink href={back}>{member.name}</TextLink>}
        title="Hand over and deactivate"
        lead={`${member.name} is the primary therapist of ${couplesInWords(couples.length)}. Each needs a new one, and nothing changes until all have one.`}
      />
      <Section heading="What becomes of the rest">
        <Facts
          facts={[
            {
              name: 'Sessions to come',
              value:
                coming === 0 ? 'None.' : `${coming}. They go to each couple’s primary therapist, at the same times.`,
            },
            {
              name: 'Unsigned notes',
              value:
                unsigned === 0
                  ? 'None.'
                  : `${unsigned}. Drafts stay the author’s: nobody else can read or sign them. Ask ${member.name} to sign first.`,
            },
            { name: 'Signed notes', value: 'Stay in each couple’s record, under this person’s name.' },
          ]}
        />
      </Section>
      {options.length === 0 ? (
        <EmptyState
          action={
            <LinkButton href="/people/invite" variant="primary">
              Invite someone
            </LinkButton>
          }
        >
          Nobody else here is an active therapist. Invite one, or give someone that role, before this person leaves.
        </EmptyState>
      ) : (
        <FormFrame
          action={action}
          formKey={formKey}
          hidden={{ staffMemberId: member.id }}
          submit="Hand over and deactivate"
          submitVariant="danger"
          beside={<LinkButton href={back}>Cancel</LinkButton>}
          label="Hand over and deactivate"
        >
          <Section heading="New primary therapists">
            <SelectField
              name="everyone"
              label="For all couples"
              placeholder="Choose for each"
              isOptional
              options={options}
            />
            <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
              {couples.map(({ id, label, status }) => (
                <SelectField
                  key={id}
                  name={`primaries.${id}`}
                  label={status === 'ended' ? `${label} (ended)` : label}
                  placeholder="As for all couples"
                  options={options}
                />
              ))}
            </div>
          </Section>
        </FormFrame>
      )}
    </>
  );
}
