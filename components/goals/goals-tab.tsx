import { DiagnosisCard } from '@/components/goals/diagnosis-card';
import type { DiagnosisShown, GoalTree } from '@/components/goals/goal-words';
import { type GoalActions, GoalList } from '@/components/goals/goal-list';
import { GoalForm } from '@/components/goals/goal-forms';
import { Disclosure } from '@/components/ui/disclosure';
import { LinkButton } from '@/components/ui/link';
import { Section } from '@/components/ui/page-parts';
import { PartnerMark } from '@/components/ui/partner-mark';
import type { FormAction } from '@/lib/action-state';
import type { IcdGroup } from '@/lib/diagnoses/icd-10-cm';
import { joinedNames } from '@/lib/format/names';

type GoalsTabProps = {
  coupleId: string;
  today: string;
  timeZone: string;
  goals: GoalTree[];
  people: {
    partner: { id: string; name: string; place: 'first' | 'second' };
    goals: GoalTree[];
    diagnoses: DiagnosisShown[];
  }[];
  codes: readonly IcdGroup[];
  actions: GoalActions & { give: FormAction; end: FormAction };
  newKey: () => string;
};

/** What the couple wants first, then each partner in a record of their own. */
export function GoalsTab({ goals, people, codes, actions, ...frame }: GoalsTabProps) {
  const { coupleId, newKey } = frame;
  const names = joinedNames(people.map(({ partner }) => partner.name));
  return (
    <div className="flex flex-col gap-10">
      <Section
        heading="Goals of both"
        lead="In their own words, in the couple’s record. Neither partner sees this page."
      >
        {goals.length === 0 ? (
          <p className="max-w-measure text-ink-muted">
            No goal is written down yet. Ask what they would notice first if this helped.
          </p>
        ) : (
          <GoalList goals={goals} actions={actions} of={names} {...frame} />
        )}
        <Disclosure summary="Add a goal of both" isOpen={goals.length === 0}>
          <GoalForm
            action={actions.set}
            formKey={newKey()}
            hidden={{ coupleId }}
            label="A goal of both"
            kind="goal"
            submit="Add the goal"
          />
        </Disclosure>
      </Section>
      {people.map(({ partner, goals: own, diagnoses }) => (
        <section key={partner.id} className="section goals-of-one" aria-labelledby={`of-${partner.id}`}>
          <div className="section__head">
            <h2 id={`of-${partner.id}`} className="min-w-0 text-xl wrap-anywhere">
              <PartnerMark place={partner.place}>{partner.name}</PartnerMark>
            </h2>
            <div className="page-head__actions screen-only">
              <LinkButton href={`/couples/${coupleId}/goals/print/${partner.id}`} size="sm">
                Print for {partner.name}
              </LinkButton>
            </div>
          </div>
          <p className="-mt-2 max-w-measure text-ink-muted">
            In this person’s own record: never beside a joint note, and never for the other.
          </p>
          <Section heading="Own goals" level={3}>
            {own.length === 0 ? (
              <p className="text-ink-muted">None written down.</p>
            ) : (
              <GoalList goals={own} actions={actions} of={partner.name} {...frame} />
            )}
            <Disclosure summary={`Add a goal of ${partner.name}`}>
              <GoalForm
                action={actions.set}
                formKey={newKey()}
                hidden={{ coupleId, partnerId: partner.id }}
                label={`A goal of ${partner.name}`}
                kind="goal"
                submit="Add the goal"
              />
            </Disclosure>
          </Section>
          <Section heading="Diagnoses" level={3}>
            <DiagnosisCard
              partner={partner}
              diagnoses={diagnoses}
              codes={codes}
              give={actions.give}
              end={actions.end}
              {...frame}
            />
          </Section>
        </section>
      ))}
    </div>
  );
}
