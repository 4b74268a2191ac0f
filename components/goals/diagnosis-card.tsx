import { type DiagnosisShown, spanOf, whoSaid } from '@/components/goals/goal-words';
import { DiagnosisCodeField } from '@/components/goals/diagnosis-code-field';
import { Chip } from '@/components/ui/chip';
import { Disclosure } from '@/components/ui/disclosure';
import { RadioGroup } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { DateField } from '@/components/ui/form/text-field';
import type { FormAction } from '@/lib/action-state';
import type { IcdGroup } from '@/lib/diagnoses/icd-10-cm';

type DiagnosisCardProps = {
  coupleId: string;
  partner: { id: string; name: string };
  today: string;
  timeZone: string;
  diagnoses: DiagnosisShown[];
  codes: readonly IcdGroup[];
  give: FormAction;
  end: FormAction;
  newKey: () => string;
};

/** The diagnoses of one person, and the form that gives one. */
export function DiagnosisCard(props: DiagnosisCardProps) {
  const { coupleId, partner, today, diagnoses, codes, give, newKey } = props;
  return (
    <>
      {diagnoses.length === 0 ? (
        <p className="text-ink-muted">None given.</p>
      ) : (
        <ul className="goals" aria-label={`Diagnoses of ${partner.name}`}>
          {diagnoses.map((diagnosis) => (
            <li key={diagnosis.id} className="goal">
              <OneDiagnosis diagnosis={diagnosis} {...props} />
            </li>
          ))}
        </ul>
      )}
      <Disclosure summary={`Give ${partner.name} a diagnosis`}>
        <FormFrame
          action={give}
          formKey={newKey()}
          hidden={{ coupleId, partnerId: partner.id }}
          submit="Give this diagnosis"
          pendingLabel="Saving"
          label={`A diagnosis of ${partner.name}`}
        >
          <DiagnosisCodeField groups={codes} />
          <DateField name="from" label="From" defaultValue={today} max={today} />
        </FormFrame>
      </Disclosure>
    </>
  );
}

function OneDiagnosis({
  diagnosis,
  coupleId,
  today,
  timeZone,
  end,
  newKey,
}: DiagnosisCardProps & { diagnosis: DiagnosisShown }) {
  const { id, code, title, edition, to, from, isInError } = diagnosis;
  return (
    <div className="goal__one">
      <p className="goal__words goal__words--objective">
        <strong className="tabular-nums">{code}</strong> {title}
      </p>
      <p className="goal__detail">
        {isInError ? <Chip>Entered in error</Chip> : to ? <Chip>Ended</Chip> : null}
        <span>{spanOf(diagnosis, today)}</span>
        <span>{edition}</span>
      </p>
      <p className="goal__detail">{whoSaid(diagnosis, timeZone, today)}</p>
      {isInError ? null : (
        <div className="goal__folds screen-only">
          <Disclosure summary={to ? 'Entered in error' : 'End it'}>
            <FormFrame
              action={end}
              formKey={newKey()}
              hidden={{ coupleId, diagnosisId: id, ...(to ? { how: 'inError' } : {}) }}
              submit="Save"
              pendingLabel="Saving"
              label={`What became of ${code}`}
            >
              {to ? (
                <p className="max-w-measure">It stays in the record, marked, with who marked it and when.</p>
              ) : (
                <RadioGroup
                  name="how"
                  label="What happened"
                  options={[
                    { value: 'ended', label: 'It no longer holds' },
                    {
                      value: 'inError',
                      label: 'It was entered in error',
                      description: 'It stays in the record, marked, with who marked it and when.',
                    },
                  ]}
                />
              )}
              <DateField name="on" label="On" defaultValue={today} min={from} max={today} />
            </FormFrame>
          </Disclosure>
        </div>
      )}
    </div>
  );
}
