// What pages are put together from: heading, section, card, facts, empty state.
import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';

type PageHeaderProps = {
  title: ReactNode;
  /** One line under the title. */
  lead?: ReactNode;
  /** Chips beside the title. */
  chips?: ReactNode;
  /** Buttons, the main one last. */
  actions?: ReactNode;
  /** A way back, above the title. */
  back?: ReactNode;
};

/** The top of a page. */
export function PageHeader({ title, lead, chips, actions, back }: PageHeaderProps) {
  return (
    <header className="page-head">
      {back}
      <div className="page-head__row">
        <div className="page-head__title">
          <h1>{title}</h1>
          {chips ? <div className="page-head__chips">{chips}</div> : null}
        </div>
        {actions ? <div className="page-head__actions screen-only">{actions}</div> : null}
      </div>
      {lead ? <div className="max-w-measure text-ink-muted">{lead}</div> : null}
    </header>
  );
}

type SectionProps = {
  heading: string;
  /** h3 inside another section. */
  level?: 2 | 3;
  /** Beside the heading. */
  actions?: ReactNode;
  /** One sentence under the heading. */
  lead?: ReactNode;
  id?: string;
  children: ReactNode;
};

/** A part of a page under its own heading. */
export function Section({ heading, level = 2, actions, lead, id, children }: SectionProps) {
  const words = level === 2 ? <h2 className="text-xl">{heading}</h2> : <h3 className="text-lg">{heading}</h3>;
  return (
    <section id={id} className={level === 2 ? 'section' : 'section section--inner'}>
      {actions ? (
        <div className="section__head">
          {words}
          <div className="page-head__actions screen-only">{actions}</div>
        </div>
      ) : (
        words
      )}
      {lead ? <p className="-mt-2 max-w-measure text-ink-muted">{lead}</p> : null}
      {children}
    </section>
  );
}

type CardProps = {
  /** li inside a list, article for a thing of its own. */
  as?: 'div' | 'li' | 'article' | 'section';
  /** Without border, on the second surface. */
  isPlain?: boolean;
  id?: string;
  className?: string;
  children: ReactNode;
};

/** A bordered surface. */
export function Card({ as: Tag = 'div', isPlain, id, className, children }: CardProps) {
  return (
    <Tag id={id} className={classNames('card', isPlain && 'card--plain', className)}>
      {children}
    </Tag>
  );
}

/** Names and values, side by side. */
export function Facts({ facts }: { facts: { name: string; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.name} className="contents">
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Nothing yet: one sentence and one action. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-4 rounded-card border border-dashed border-border-strong px-6 py-8">
      <p className="max-w-measure text-ink-muted">{children}</p>
      {action}
    </div>
  );
}

/** A placeholder of the final height, shown after 200 ms; never in the shape of a name. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div aria-hidden="true" className="flex flex-col gap-3">
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="skeleton-block h-10" />
      ))}
    </div>
  );
}

/** The header of a printed page; on screen there is none. */
export function PrintHeader({ left, right }: { left: ReactNode; right?: ReactNode }) {
  return (
    <div className="print-only print-header">
      <strong>{left}</strong>
      <span>{right}</span>
    </div>
  );
}
