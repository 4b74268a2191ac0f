import { RadioGroup, SelectField } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { TextLink } from '@/components/ui/link';
import { PageHeader, Section } from '@/components/ui/page-parts';
import { Cell, Column, Row, RowHeading, Table, TableBody, TableHead } from '@/components/ui/table';
import type { FormAction } from '@/lib/action-state';
import { shortDay } from '@/lib/format/dates';
import { careTeamPartWords } from '@/lib/format/people-words';

type Part = keyof typeof careTeamPartWords;

type CareTeamProps = {
  couple: { id: string; label: string; team: { id: string; name: string; part: Part; fromOn: string }[] };
  therapists: { id: string; name: string }[];
  formKey: string;
  actions: { assign: FormAction; end: FormAction };
};

/** Who sees one couple's record. */
export function CareTeam({ couple, therapists, formKey, actions }: CareTeamProps) {
  return (
    <>
      <PageHeader
        back={<TextLink href="/people">People</TextLink>}
        title={`Care team of ${couple.label}`}
        lead="Only these people see this couple’s record, from the day they join."
      />
      <Section heading="Now">
        <Table caption="Care team">
          <TableHead>
            <Column>Name</Column>
            <Column>Part</Column>
            <Column>Since</Column>
            <Column isHidden>End</Column>
          </TableHead>
          <TableBody>
            {couple.team.map((one) => (
              <Row key={one.id}>
                <RowHeading>{one.name}</RowHeading>
                <Cell label="Part">{careTeamPartWords[one.part]}</Cell>
                <Cell label="Since">{shortDay(one.fromOn)}</Cell>
                <Cell>
                  {one.part === 'primary' ? null : (
                    <FormFrame
                      action={actions.end}
                      formKey={formKey}
                      hidden={{ coupleId: couple.id, careTeamMemberId: one.id }}
                      submit="End"
                      submitVariant="secondary"
                      label={`End the part of ${one.name}`}
                    >
                      {null}
                    </FormFrame>
                  )}
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      </Section>
      <Section heading="Add someone, or change a part">
        <FormFrame
          action={actions.assign}
          formKey={formKey}
          hidden={{ coupleId: couple.id }}
          submit="Save"
          label="Care team"
        >
          <SelectField
            name="staffMemberId"
            label="Therapist"
            placeholder="Choose a person"
            options={therapists.map((one) => ({ value: one.id, label: one.name }))}
          />
          <RadioGroup
            name="part"
            label="Part"
            description="There is one primary: an earlier one stays as co-therapist."
            options={(Object.keys(careTeamPartWords) as Part[]).map((part) => ({
              value: part,
              label: careTeamPartWords[part],
            }))}
          />
        </FormFrame>
      </Section>
    </>
  );
}
