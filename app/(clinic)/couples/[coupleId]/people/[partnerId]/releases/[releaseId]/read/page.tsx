import { Clinic } from '@/app/frames/clinic';
import { LetOutForm } from '@/components/record-releases/let-out-form';
import { ReleasedDocument } from '@/components/record-releases/released-document';
import { Banner } from '@/components/ui/banner';
import { TextLink } from '@/components/ui/link';
import { Card, PageHeader, Section } from '@/components/ui/page-parts';
import { page } from '@/lib/page';
import { readDocumentToRead } from '@/lib/record-releases/read-releases';
import { discloseAction } from '../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readDocumentToRead(tx, params),
  view: ({ data: { open, document, hash, obstacle }, actor, formKey }) => {
    const { couple, partner, release } = open;
    const ids = { coupleId: couple.id, partnerId: partner.id, releaseId: release.id };
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Read">
        <PageHeader
          back={
            <TextLink href={`/couples/${couple.id}/people/${partner.id}/releases/${release.id}`}>This release</TextLink>
          }
          title="Read before it goes out"
          lead="The other’s name and contacts are taken out by themselves. Nobody but you can see what else tells of them: a nickname, a place of work, an illness."
        />
        {actor.areNamesShielded ? (
          <Banner>Show names to read this: a document that leaves the practice has them.</Banner>
        ) : (
          <div className="flex max-w-[46rem] flex-col gap-10">
            <Card>
              <ReleasedDocument document={document} hash={hash} releasedOn={null} />
            </Card>
            <Section
              heading="Let it out"
              lead="It goes into the ledger as it stands above, with today’s day and your name, and can’t be taken back."
            >
              {obstacle || document.parts.length === 0 ? (
                <Banner>{obstacle ?? 'There is nothing of this scope in these days.'}</Banner>
              ) : (
                <LetOutForm action={discloseAction} formKey={formKey} hidden={{ ...ids, readHash: hash }} />
              )}
            </Section>
          </div>
        )}
      </Clinic>
    );
  },
});
