import { Clinic } from '@/app/frames/clinic';
import { Authorizations } from '@/components/record-releases/authorizations';
import { JointNotes } from '@/components/record-releases/joint-notes';
import { Ledger } from '@/components/record-releases/ledger';
import { StandingChip } from '@/components/record-releases/release-list';
import { Banner } from '@/components/ui/banner';
import { LinkButton, TextLink } from '@/components/ui/link';
import { Facts, PageHeader, Section } from '@/components/ui/page-parts';
import { longDay } from '@/lib/format/dates';
import { shownName } from '@/lib/format/names';
import { askedByWords, rangeWords, releasedKindWords } from '@/lib/format/records/record-release-words';
import { page } from '@/lib/page';
import { readRelease } from '@/lib/record-releases/read-releases';
import { authorizeAction } from '../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readRelease(tx, params),
  view: ({ data: { open, jointNotes, ledger, obstacle, formKeys }, actor, formKey }) => {
    const { couple, partner, release, terms, standing, authorizations, isJointAuthorized, today } = open;
    const base = `/couples/${couple.id}/people/${partner.id}/releases`;
    const name = shownName(actor, partner.name);
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Release">
        <PageHeader
          back={<TextLink href={base}>Releases of {name}</TextLink>}
          title={`Release to ${terms.recipient.name}`}
          chips={<StandingChip standing={standing} />}
          lead={`Of the record of ${name}.`}
          actions={
            obstacle ? undefined : (
              <LinkButton href={`${base}/${release.id}/read`} variant="primary">
                Read and let out
              </LinkButton>
            )
          }
        />
        <div className="flex max-w-[46rem] flex-col gap-10">
          {obstacle ? <Banner tone={standing === 'unsigned' ? 'look' : 'neutral'}>{obstacle}</Banner> : null}
          <Facts
            facts={[
              { name: 'Asked by', value: [askedByWords[release.askedBy], terms.asker].filter(Boolean).join(': ') },
              { name: 'What', value: release.kinds.map((kind) => releasedKindWords[kind]).join(' · ') },
              { name: 'Days', value: rangeWords(release) },
              {
                name: 'Goes to',
                value: (
                  <span className="whitespace-pre-line wrap-anywhere">
                    {[terms.recipient.name, terms.recipient.address].filter(Boolean).join('\n')}
                  </span>
                ),
              },
              { name: 'What for', value: <span className="whitespace-pre-line wrap-anywhere">{terms.purpose}</span> },
              { name: 'In force until', value: longDay(release.untilOn) },
              { name: 'Made by', value: open.authorName },
            ]}
          />
          <Section
            heading="Written authorizations"
            lead="Note what stands on paper, with its day. Joint notes need one of each partner."
          >
            <Authorizations
              action={authorizeAction}
              ids={{ coupleId: couple.id, partnerId: partner.id, releaseId: release.id }}
              people={couple.partners.map(({ id, name: theirs, place }) => ({
                id,
                place,
                name: shownName(actor, theirs),
                isOwner: id === partner.id,
                isNeeded: id === partner.id || release.kinds.includes('jointNotes'),
                signedOn: authorizations.find((one) => one.partnerId === id && one.kind === 'signed')?.on ?? null,
                revokedOn: authorizations.find((one) => one.partnerId === id && one.kind === 'revoked')?.on ?? null,
                formKey: formKeys[id]!,
              }))}
              today={today}
            />
          </Section>
          {release.kinds.includes('jointNotes') ? (
            <Section
              heading="Joint notes"
              lead={
                isJointAuthorized
                  ? 'Each partner has authorized them: they go whole.'
                  : 'Not every partner has authorized them. Each is left out unless you take passages out of it and say why.'
              }
            >
              <JointNotes
                lines={jointNotes}
                href={`${base}/${release.id}/notes`}
                isAuthorized={isJointAuthorized}
                timeZone={actor.timeZone}
                today={today}
              />
            </Section>
          ) : null}
          <Section heading="What went out under it">
            <Ledger lines={ledger} base={base} />
          </Section>
        </div>
      </Clinic>
    );
  },
});
