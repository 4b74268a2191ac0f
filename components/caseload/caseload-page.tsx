'use client';

// In the browser too, so that the page crosses as its rows alone.
import { useMemo } from 'react';
import type { CaseloadLine } from '@/components/caseload/caseload-line';
import { CaseloadTable, type SortLink } from '@/components/caseload/caseload-table';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/form/text-field';
import { LinkButton, TextLink } from '@/components/ui/link';
import { EmptyState, PageHeader } from '@/components/ui/page-parts';
import { Pagination } from '@/components/ui/pagination';
import { caseloadHref, type CaseloadView, PAGE_SIZE, type SORTS, STAGES, STATES } from '@/lib/format/caseload-address';
import type { FormAction } from '@/lib/action-state';
import { type Packed, unpacked } from '@/lib/format/packed';

type CaseloadPageProps = {
  view: CaseloadView;
  rows: Packed<CaseloadLine[]>;
  total: number;
  isEmpty: boolean;
  formKey: string;
  liftKey: string;
  actions: { hold: FormAction; lift: FormAction };
};

const stateWords = {
  look: 'Needs a look',
  paused: 'Paused',
  held: 'On hold',
  active: 'Active',
  invited: 'Invited',
  ended: 'Ended',
};

export function CaseloadPage({ view, rows, total, isEmpty, ...acting }: CaseloadPageProps) {
  const lines = useMemo(() => unpacked(rows), [rows]);
  const newCouple = (
    <LinkButton href="/couples/new" variant="primary">
      New couple
    </LinkButton>
  );
  if (isEmpty) {
    return (
      <>
        <PageHeader title="Caseload" />
        <EmptyState action={newCouple}>
          The couples in whose care team you stand are listed here. There are none yet.
        </EmptyState>
      </>
    );
  }
  const first = (view.page - 1) * PAGE_SIZE + 1;
  const at = (page: number) => caseloadHref({ ...view, page });
  return (
    <>
      <PageHeader title="Caseload" actions={newCouple} />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-8 gap-y-3 screen-only">
        <States view={view} />
        <Search view={view} />
      </div>
      {lines.length > 0 ? (
        <>
          <Sorts view={view} />
          <CaseloadTable key={at(view.page)} lines={lines} sortLinks={sortLinks(view)} {...acting} />
        </>
      ) : (
        <EmptyState action={<TextLink href="/caseload">Show the whole caseload</TextLink>}>
          {view.search
            ? `No couple fits “${view.search}”${view.state || view.stage ? ' with this state and stage' : ''}.`
            : view.stage
              ? 'No couple is at this stage with this state now.'
              : 'No couple has this state now.'}
        </EmptyState>
      )}
      {total > PAGE_SIZE ? (
        <Pagination
          summary={`${first} to ${first + lines.length - 1} of ${total}`}
          previousHref={view.page > 1 ? at(view.page - 1) : undefined}
          nextHref={first + lines.length - 1 < total ? at(view.page + 1) : undefined}
        />
      ) : lines.length > 0 ? (
        <p className="tabular mt-4 text-ink-muted">{total === 1 ? '1 couple' : `${total} couples`}</p>
      ) : null}
    </>
  );
}

function States({ view }: { view: CaseloadView }) {
  const options = [null, ...STATES];
  return (
    <nav aria-label="State" className="filter-links">
      {options.map((state) => (
        <a
          key={state ?? 'all'}
          href={caseloadHref({ ...view, state, page: 1 })}
          aria-current={state === view.state ? 'true' : undefined}
          className="filter-link"
        >
          {state ? stateWords[state] : 'All'}
        </a>
      ))}
    </nav>
  );
}

const sortWords = { couple: 'Couple', step: 'Step', lastCheckIn: 'Last check-in', nextSession: 'Next session' };

/** For cards on a phone, whose table has no headings to press. */
function Sorts({ view }: { view: CaseloadView }) {
  const links = sortLinks(view);
  return (
    <nav aria-label="Sort by" className="filter-links cards-only screen-only">
      {(Object.keys(sortWords) as (keyof typeof sortWords)[]).map((sort) => (
        <a
          key={sort}
          href={links[sort]?.href}
          aria-current={view.sort === sort ? 'true' : undefined}
          className="filter-link"
        >
          {sortWords[sort]}
          {view.sort === sort ? (
            <span>
              <span aria-hidden="true">{view.isDescending ? ' ↓' : ' ↑'}</span>
              <span className="sr-only">{view.isDescending ? ', falling' : ', rising'}</span>
            </span>
          ) : null}
        </a>
      ))}
    </nav>
  );
}

/** A plain form that asks for an address: it works without script, and the result can be kept as a bookmark. */
function Search({ view }: { view: CaseloadView }) {
  return (
    <form
      action="/caseload"
      method="get"
      role="search"
      className="flex min-w-0 grow basis-80 flex-wrap items-center gap-2 sm:max-w-lg"
    >
      <div className="min-w-0 grow basis-full sm:basis-36">
        <TextField
          name="q"
          type="search"
          label="Search by name or initials"
          placeholder="Name or initials"
          isLabelHidden
          isOptional
          isPrivate
          defaultValue={view.search}
        />
      </div>
      <span className="select-wrap grow sm:grow-0">
        <select
          key={view.stage ?? 0}
          name="stage"
          aria-label="Stage"
          className="select-native"
          defaultValue={view.stage ?? ''}
        >
          <option value="">Any stage</option>
          {STAGES.map((stage) => (
            <option key={stage} value={stage}>{`Stage ${stage}`}</option>
          ))}
        </select>
      </span>
      {view.state ? <input type="hidden" name="state" value={view.state} /> : null}
      {view.sort !== 'couple' || view.isDescending ? (
        <input type="hidden" name="sort" value={`${view.isDescending ? '-' : ''}${view.sort}`} />
      ) : null}
      <Button type="submit">Search</Button>
    </form>
  );
}

function sortLinks(view: CaseloadView): Record<string, SortLink | undefined> {
  const link = (sort: (typeof SORTS)[number], isDescendingFirst = false): SortLink => {
    const isSorted = view.sort === sort;
    const isDescending = isSorted ? !view.isDescending : isDescendingFirst;
    return {
      href: caseloadHref({ ...view, sort, isDescending, page: 1 }),
      sort: isSorted ? (view.isDescending ? 'descending' : 'ascending') : 'none',
    };
  };
  return {
    couple: link('couple'),
    step: link('step', true),
    lastCheckIn: link('lastCheckIn', true),
    nextSession: link('nextSession'),
  };
}
