/** The pages of a measure: one question, or all of them. */
import { onceAgreed, Portal } from '@/app/frames/portal';
import { ItemForm } from '@/components/measures/item-form';
import { OfferedDraft } from '@/components/portal/offered-draft';
import { Disclosure } from '@/components/ui/disclosure';
import { PlainLink } from '@/components/ui/plain-link';
import type { Actor } from '@/lib/actor';
import { confidentialityWords, NOT_LIVE } from '@/lib/format/partner-words';
import type { ItemPage } from '@/lib/measures/mine/read-item-page';
import { answerMine, takeUpMine } from '../actions';

export const askingView = (seen: { data: ItemPage; actor: Actor; formKey: string }) =>
  onceAgreed(seen, ({ data, actor, formKey }) => (
    <Portal actor={actor} back={{ href: data.back }}>
      <header className="asking-head">
        <h1>Questions</h1>
        <p>
          {data.asks}
          {data.count && !data.isOffered ? <span className="tabular"> · {data.count}</span> : null}
        </p>
      </header>
      {data.isOffered ? (
        <OfferedDraft action={takeUpMine} formKey={formKey} hidden={{ givenId: data.givenId }} />
      ) : (
        <>
          {data.intro.map((words) => (
            <p key={words}>{words}</p>
          ))}
          <ItemForm
            action={answerMine}
            formKey={formKey}
            givenId={data.givenId}
            place={data.place}
            stem={data.stem}
            items={data.items}
          />
          <div className="flex flex-col gap-1 text-sm text-ink-muted">
            <PlainLink href={data.otherWay.href} isAlone>
              {data.otherWay.label}
            </PlainLink>
            <p>{confidentialityWords[data.day.agreed ?? data.day.policy].label}</p>
            <p>{NOT_LIVE}</p>
            <Disclosure summary="Who made these questions">
              <p className="wrap-anywhere">{data.source.citation}</p>
              <p className="wrap-anywhere">{data.source.license}</p>
            </Disclosure>
          </div>
        </>
      )}
    </Portal>
  ));
