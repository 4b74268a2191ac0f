import { Checkbox, RadioGroup, SelectField } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { DateField } from '@/components/ui/form/text-field';
import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/link';
import { PageHeader, Section } from '@/components/ui/page-parts';
import { Cell, Column, Row, RowHeading, Table, TableBody, TableHead } from '@/components/ui/table';
import type { FormAction } from '@/lib/action-state';
import { type Day, shortDay } from '@/lib/format/dates';
import { careTeamPartWords } from '@/lib/format/people-words';

type Part = keyof typeof careTeamPartWords;
type Member = { id: string; name: string; part: Part; fromOn: Day; toOn: Day | null };

type CareTeamProps = {
  couple: { id: string; label: string };
  /** The practice admin may; those in the team read. */
  mayChange: boolean;
  today: Day;
  now: Member[];
  ahead: Member[];
  ended: Member[];
  /** Who can be put into it. */
  people: { value: string; label: string }[];
  formKey: string;
  actions: { assign: FormAction; end: FormAction; close: FormAction };
  closeKey: string;
};

/** Who sees one couple's record, who did, and who will. */
export function CareTeam({
  couple,
  mayChange,
  today,
  now,
  ahead,
  ended,
  people,
  formKey,
  closeKey,
  actions,
}: CareTeamProps) {
  const list = { today, formKey, coupleId: couple.id, end: mayChange ? actions.end : undefined };
  return (
    <>
      <PageHeader
        back={
          mayChange ? (
            <TextLink href="/people?list=careTeams">Care teams</TextLink>
          ) : (
            <TextLink href={`/couples/${couple.id}`}>{couple.label}</TextLink>
          )
        }
        title={`Care team of ${couple.label}`}
        lead={`The therapists named here see this couple’s record, from their first day to their last.${mayChange ? '' : ' A practice admin changes it.'}`}
      />
      <Section heading="Now">
        <Members caption="Care team" members={now} {...list} />
      </Section>
      {ahead.length > 0 ? (
        <Section heading="Later">
          <Members caption="Later" members={ahead} {...list} />
        </Section>
      ) : null}
      {mayChange ? (
        <Section heading="Add someone, or change a part">
          <FormFrame
            action={actions.assign}
            formKey={formKey}
            hidden={{ coupleId: couple.id }}
            submit="Save"
            label="Add someone, or change a part"
          >
            <SelectField name="staffMemberId" label="Person" placeholder="Choose a person" options={people} />
            <RadioGroup
              name="part"
              label="Part"
              options={(Object.keys(careTeamPartWords) as Part[]).map((part) => ({
                value: part,
                label: careTeamPartWords[part],
                description: PART_WORDS[part],
              }))}
            />
            <DateField name="fromOn" label="First day" defaultValue={today} min={today} />
            <DateField
              name="toOn"
              label="Last day"
              isOptional
              description="A cover needs one, and ends by itself after it."
              min={today}
            />
          </FormFrame>
        </Section>
      ) : null}
      {ended.length > 0 ? (
        <Section heading="Before">
          <Members caption="Before" members={ended} today={today} formKey={formKey} coupleId={couple.id} />
        </Section>
      ) : null}
      {mayChange ? (
        <Section
          heading="When the care team can’t be reached"
          lead="If someone may be at risk and nobody above answers, you can close what the two do together, from the next early morning on. Nobody is told, each can still sign in, and you see no more than that it is closed."
        >
          <FormFrame
            action={actions.close}
            formKey={closeKey}
            hidden={{ coupleId: couple.id }}
            submit="Close shared work"
            submitVariant="danger"
            label="Close shared work"
            resetsWhenDone
          >
            <Checkbox name="isUnreachable" label="I tried to reach everyone in this care team" />
          </FormFrame>
        </Section>
      ) : null}
    </>
  );
}

const PART_WORDS: Record<Part, string> = {
  primary: 'Takes over today. There is always exactly one: the earlier one stays as co-therapist.',
  coTherapist: 'Treats this couple beside the primary.',
  supervisor: 'Is named here as supervisor. Opens the record only as a therapist.',
  cover: 'Stands in, from a first to a last day.',
  backup:
    'Is told by mail when a worried answer waits: what can’t wait after 2 working hours, what is to be looked at the same day after 4.',
};

type MembersProps = {
  caption: string;
  members: Member[];
  today: Day;
  coupleId: string;
  formKey: string;
  /** Left out: they are only read. */
  end?: FormAction;
};

function Members({ caption, members, today, coupleId, formKey, end }: MembersProps) {
  return (
    <Table caption={caption}>
      <TableHead>
        <Column>Name</Column>
        <Column>Part</Column>
        <Column>First day</Column>
        <Column>Last day</Column>
        {end ? <Column isHidden>End</Column> : null}
      </TableHead>
      <TableBody>
        {members.map((one) => (
          <Row key={one.id}>
            <RowHeading>{one.name}</RowHeading>
            <Cell label="Part">{careTeamPartWords[one.part]}</Cell>
            <Cell label="First day">{shortDay(one.fromOn, today)}</Cell>
            <Cell label="Last day">
              {one.toOn ? shortDay(one.toOn, today) : <span className="table__none">None set</span>}
            </Cell>
            {end ? (
              <Cell>
                {one.part === 'primary' && one.fromOn <= today ? null : (
                  <Disclosure summary="End">
                    <FormFrame
                      action={end}
                      formKey={formKey}
                      hidden={{ coupleId, careTeamMemberId: one.id }}
                      submit="End this part"
                      submitVariant="secondary"
                      label={`End the part of ${one.name}`}
                    >
                      <DateField
                        name="lastDay"
                        label="Last day"
                        isOptional
                        description="Left empty, it ends now."
                        min={today}
                      />
                    </FormFrame>
                  </Disclosure>
                )}
              </Cell>
            ) : null}
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
