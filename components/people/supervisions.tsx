import { Checkbox, SelectField } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { DateField } from '@/components/ui/form/text-field';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/page-parts';
import { Cell, Column, Row, RowHeading, Table, TableBody, TableHead } from '@/components/ui/table';
import type { FormAction } from '@/lib/action-state';
import { type Day, shortDay } from '@/lib/format/dates';

export type SupervisionLine = {
  id: string;
  superviseeId: string;
  /** The other of the two. */
  name: string;
  fromOn: Day;
  toOn: Day | null;
  mustApprove: boolean;
  mustCoSign: boolean;
  /** It can still be ended. */
  isOpen: boolean;
};

type SupervisionsProps = {
  member: { id: string; name: string };
  /** Who supervises this person; null for who is no therapist. */
  supervisors: SupervisionLine[] | null;
  /** Whom this person supervises. */
  supervisees: SupervisionLine[];
  /** Who can be named. */
  choices: { value: string; label: string }[];
  today: Day;
  setKey: string;
  endKey: string;
  actions: { set: FormAction; end: FormAction };
};

/** Who supervises a staff member, and whom they supervise: set here, from a day to a day, without a word of a note. */
export function Supervisions({ member, supervisors, supervisees, choices, today, ...forms }: SupervisionsProps) {
  const { setKey, endKey, actions } = forms;
  const table = { today, endKey, end: actions.end };
  return (
    <>
      {supervisors ? (
        <Section
          heading="Supervised by"
          lead={`A supervisor reads the signed session notes of ${member.name}, of sessions from the first day on, and nothing else of a couple’s record.`}
        >
          {supervisors.length > 0 ? (
            <Lines caption="Supervised by" lines={supervisors} {...table} />
          ) : (
            <p className="text-ink-muted">Nobody supervises {member.name}.</p>
          )}
          {choices.length > 0 ? (
            <Disclosure summary="Name a supervisor">
              <FormFrame
                action={actions.set}
                formKey={setKey}
                hidden={{ superviseeId: member.id }}
                submit="Save"
                label="Name a supervisor"
              >
                <SelectField
                  name="supervisorId"
                  label="Supervisor"
                  placeholder="Choose a supervisor"
                  options={choices}
                />
                <Checkbox name="maySee" label="May see the signed notes" isChecked />
                <Checkbox
                  name="mustApprove"
                  label="Must approve"
                  description="A note is final only after it; until then it can be returned for changes. Nobody can leave this out, admins neither."
                />
                <Checkbox name="mustCoSign" label="Must co-sign" description="A second signature under the note." />
                <DateField name="fromOn" label="First day" defaultValue={today} min={today} />
                <DateField name="toOn" label="Last day" isOptional min={today} />
              </FormFrame>
            </Disclosure>
          ) : (
            <p className="text-ink-muted">Give someone the role of supervisor first.</p>
          )}
        </Section>
      ) : null}
      {supervisees.length > 0 ? (
        <Section heading="Supervises">
          <Lines caption="Supervises" lines={supervisees} {...table} />
        </Section>
      ) : null}
    </>
  );
}

function what({ mustApprove, mustCoSign }: SupervisionLine): string {
  return ['sees', mustApprove ? 'approves' : '', mustCoSign ? 'co-signs' : ''].filter(Boolean).join(', ');
}

type LinesProps = { caption: string; lines: SupervisionLine[]; today: Day; endKey: string; end: FormAction };

function Lines({ caption, lines, today, endKey, end }: LinesProps) {
  return (
    <Table caption={caption}>
      <TableHead>
        <Column>Name</Column>
        <Column>The supervisor</Column>
        <Column>First day</Column>
        <Column>Last day</Column>
        <Column isHidden>End</Column>
      </TableHead>
      <TableBody>
        {lines.map((one) => (
          <Row key={one.id}>
            <RowHeading>{one.name}</RowHeading>
            <Cell label="The supervisor">{what(one)}</Cell>
            <Cell label="First day">{shortDay(one.fromOn, today)}</Cell>
            <Cell label="Last day">
              {one.toOn ? shortDay(one.toOn, today) : <span className="table__none">None set</span>}
            </Cell>
            <Cell>
              {one.isOpen ? (
                <Disclosure summary="End">
                  <FormFrame
                    action={end}
                    formKey={endKey}
                    hidden={{ superviseeId: one.superviseeId, supervisionId: one.id }}
                    submit="End this supervision"
                    submitVariant="secondary"
                    label={`End the supervision: ${one.name}`}
                  >
                    <DateField
                      name="lastDay"
                      label="Last day"
                      isOptional
                      description="Left empty, it ends now. What waits for approval waits for the next supervisor."
                      min={today}
                    />
                  </FormFrame>
                </Disclosure>
              ) : null}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
