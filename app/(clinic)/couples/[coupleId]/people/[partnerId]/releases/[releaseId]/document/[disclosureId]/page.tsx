import { Clinic } from '@/app/frames/clinic';
import { RecordOnPaper } from '@/components/print/record-on-paper';
import { ReleasedDocument } from '@/components/record-releases/released-document';
import { Banner } from '@/components/ui/banner';
import { LinkButton } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/page-parts';
import { longDay } from '@/lib/format/dates';
import { page } from '@/lib/page';
import { readDisclosed } from '@/lib/record-releases/read-releases';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readDisclosed(tx, params),
  view: ({ data: { open, document, hash, on, obstacle }, actor, formKey }) => {
    const { couple, partner, release } = open;
    const back = (
      <LinkButton href={`/couples/${couple.id}/people/${partner.id}/releases/${release.id}`}>
        Back to the release
      </LinkButton>
    );
    return (
      // The title stands in a print's margin and in the list of printed pages.
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Print">
        {document === null ? (
          <EmptyState action={back}>
            {obstacle} What went out on {longDay(on)} stays in the ledger.
          </EmptyState>
        ) : actor.areNamesShielded ? (
          <Banner action={back}>Show names to print this: a document that leaves the practice has them.</Banner>
        ) : (
          <RecordOnPaper actor={actor} whose={document.about} back={back}>
            <ReleasedDocument document={document} hash={hash} releasedOn={on} />
          </RecordOnPaper>
        )}
      </Clinic>
    );
  },
});
