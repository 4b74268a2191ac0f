import { Banner } from '@/components/ui/banner';
import { Chip } from '@/components/ui/chip';
import { Disclosure } from '@/components/ui/disclosure';
import { FormFrame } from '@/components/ui/form/form-frame';
import { DateField, TextArea } from '@/components/ui/form/text-field';
import { Facts, Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import { type Day, dayAfter, shortDay } from '@/lib/format/dates';
import { releaseStateWords } from '@/lib/format/referral-words';
import type { ReleaseState } from '@/lib/format/release-state';

type Release = {
  state: ReleaseState;
  untilOn: Day;
  askedOn: Day;
  answeredOn: Day | null;
  tells: string;
  isRemoved: boolean;
};

type ReleasePartProps = {
  /** The couple and the referral, for each form. */
  about: { coupleId: string; referralId: string };
  today: Day;
  release: Release | null;
  /** Why none can be asked for now. */
  obstacle: string | null;
  formKeys: { ask: string; takeBack: string; print: string };
  actions: { ask: FormAction; takeBack: FormAction; print: FormAction };
};

/** What may be told: asked of one partner, answered by that partner alone, and the letter while it is in force. */
export function ReleasePart({ about, today, release, obstacle, formKeys, actions }: ReleasePartProps) {
  const isOpen = release?.state === 'asked' || release?.state === 'signed';
  const ask = obstacle ? (
    <Banner tone="look">{obstacle}</Banner>
  ) : (
    <AskRelease
      about={about}
      today={today}
      action={actions.ask}
      formKey={formKeys.ask}
      before={release?.isRemoved ? undefined : release?.tells}
    />
  );
  return (
    <Section heading="Release and letter">
      {release ? (
        <>
          <Facts
            facts={[
              {
                name: 'Release',
                value: (
                  <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                    <Chip tone={TONES[release.state]}>{releaseStateWords[release.state]}</Chip>
                    {whenWords(release, today)}
                  </span>
                ),
              },
              {
                name: 'It tells',
                value: <span className="block max-w-measure whitespace-pre-line wrap-anywhere">{release.tells}</span>,
              },
              { name: 'Last day', value: shortDay(release.untilOn, today) },
            ]}
          />
          {release.state === 'asked' ? (
            <>
              <p className="max-w-measure">
                It stands in this person’s papers, under Support, behind their password. No message goes out: tell them
                when you are alone with them, or by the safe way.
              </p>
              <FormFrame
                action={actions.takeBack}
                formKey={formKeys.takeBack}
                hidden={about}
                submit="Take the request back"
                submitVariant="secondary"
                label="Take the request back"
              >
                {null}
              </FormFrame>
            </>
          ) : null}
          {release.state === 'signed' && !release.isRemoved ? (
            <FormFrame
              action={actions.print}
              formKey={formKeys.print}
              hidden={about}
              submit="Print the letter"
              label="Print the letter"
            >
              <p className="max-w-measure">
                The letter says these words, that they agreed and until when, and your name. Each printing is noted.
              </p>
            </FormFrame>
          ) : null}
          {isOpen ? null : (
            <>
              <p className="max-w-measure">{NOTHING_MAY[release.state as keyof typeof NOTHING_MAY]}</p>
              <Disclosure summary="Ask for a new release">{ask}</Disclosure>
            </>
          )}
        </>
      ) : (
        ask
      )}
    </Section>
  );
}

const TONES = { asked: 'look', signed: 'success', notNow: 'neutral', ended: 'neutral', withdrawn: 'neutral' } as const;

const NOTHING_MAY = {
  notNow: 'They chose “Not now”, so nothing may be told and no letter printed.',
  ended: 'Its last day is over, so nothing more may be told and no letter printed.',
  withdrawn: 'They have withdrawn it, so nothing more may be told and no letter printed.',
};

function whenWords({ state, askedOn, answeredOn }: Release, today: Day): string {
  if (state === 'asked') return `since ${shortDay(askedOn, today)}`;
  return answeredOn ? `on ${shortDay(answeredOn, today)}` : `asked on ${shortDay(askedOn, today)}`;
}

type AskReleaseProps = Pick<ReleasePartProps, 'about' | 'today'> & {
  action: FormAction;
  formKey: string;
  before?: string;
};

const HALF_A_YEAR = 182;

function AskRelease({ about, today, action, formKey, before }: AskReleaseProps) {
  return (
    <FormFrame action={action} formKey={formKey} hidden={about} submit="Ask for the release" pendingLabel="Asking">
      <TextArea
        name="tells"
        label="What will be told"
        description="The letter, word for word: this person reads it, and only they can sign it. Nothing of the other partner, and nothing of the two of them."
        rows={6}
        defaultValue={before}
        maxLength={2000}
      />
      <DateField
        name="untilOn"
        label="Until"
        description="The last day on which it may be told."
        defaultValue={dayAfter(today, HALF_A_YEAR)}
        min={today}
        max={dayAfter(today, 366)}
      />
    </FormFrame>
  );
}
