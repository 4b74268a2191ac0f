import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/link';
import { Card, Facts, Section } from '@/components/ui/page-parts';
import { PartnerMark } from '@/components/ui/partner-mark';
import { backgroundWords, policyWords, reasonWords } from '@/lib/format/couple-words';
import type { PartnerIntakeTexts } from '@/lib/intakes/schema';

type Dated = { id: string; policy: keyof typeof policyWords; on: string };
type IntakeTabProps = {
  coupleId: string;
  intake: { reasons: (keyof typeof reasonWords)[] };
  people: {
    id: string;
    name: string;
    place: 'first' | 'second';
    intake: PartnerIntakeTexts;
    agreements: Dated[];
  }[];
  policies: Dated[];
};

const text = (words: string) =>
  words ? (
    <span className="block max-w-measure break-words whitespace-pre-line">{words}</span>
  ) : (
    <span className="text-ink-muted">None noted</span>
  );

export function IntakeTab({ coupleId, intake, people, policies }: IntakeTabProps) {
  const at = `/couples/${coupleId}/intake`;
  const [inForce, ...earlier] = policies;
  return (
    <div className="flex flex-col gap-8">
      <Section heading="Both of them" actions={<Change href={`${at}/both`} of="the reasons" />}>
        <Facts
          facts={[
            {
              name: 'What brought them here',
              value: text(intake.reasons.map((reason) => reasonWords[reason]).join('; ')),
            },
            {
              name: 'Confidentiality in force',
              value: inForce ? (
                <>
                  {policyWords[inForce.policy].label}, since {inForce.on}.{' '}
                  <span className="text-ink-muted">{policyWords[inForce.policy].meaning}</span>{' '}
                  <TextLink href={`${at}/policy`}>Change the policy</TextLink>
                </>
              ) : (
                text('')
              ),
            },
            ...(earlier.length > 0
              ? [
                  {
                    name: 'Before that',
                    value: (
                      <Lines
                        of={earlier.map(({ id, policy, on }) => ({
                          id,
                          words: `${policyWords[policy].label}, from ${on}`,
                        }))}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <div className="flex flex-col gap-6">
        {people.map((person) => (
          <Card key={person.id} as="article" className="gap-6">
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
              <h2 className="min-w-0 text-xl wrap-anywhere">
                <PartnerMark place={person.place}>{person.name}</PartnerMark>
              </h2>
              <Change href={`${at}/${person.id}`} of={`the intake of ${person.name}`} />
            </div>
            <Facts
              facts={[
                { name: 'Words they use', value: text(person.intake.words) },
                ...(Object.keys(backgroundWords) as (keyof typeof backgroundWords)[]).map((name) => ({
                  name: backgroundWords[name].label,
                  value: text(person.intake[name]),
                })),
                { name: 'Emergency contact', value: text(person.intake.emergencyContact) },
                { name: 'Agreements', value: <Agreements of={person.agreements} inForce={inForce?.policy} /> },
              ]}
            />
          </Card>
        ))}
      </div>
    </div>
  );
}

const Change = ({ href, of }: { href: string; of: string }) => (
  <TextLink href={href} aria-label={`Change ${of}`}>
    Change
  </TextLink>
);

function Agreements({ of, inForce }: { of: Dated[]; inForce?: keyof typeof policyWords }) {
  const [newest] = of;
  if (!newest) return <span className="text-ink-muted">Not signed yet: asked at sign-up</span>;
  return (
    <>
      <Lines of={of.map(({ id, policy, on }) => ({ id, words: `${policyWords[policy].label}, signed on ${on}` }))} />
      {of.some(({ policy }) => policy === inForce) ? null : (
        <span className="text-ink-muted">Not to the one in force: agreed to in a session, then signed at sign-in.</span>
      )}
    </>
  );
}

const Lines = ({ of }: { of: { id: string; words: ReactNode }[] }) => (
  <ul>
    {of.map(({ id, words }) => (
      <li key={id}>{words}</li>
    ))}
  </ul>
);
