'use client';

// In the browser too, so that the head of each of a couple's pages crosses as its few words.
import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { TabLinks } from '@/components/ui/tab-links';
import { coupleStateWords, policyWords } from '@/lib/format/couple-words';

const tabs = {
  plan: 'Plan',
  since: 'Since last session',
  checkIns: 'Check-ins',
  measures: 'Measures',
  sessions: 'Sessions',
  people: 'Contacts & safety',
  goals: 'Goals',
  intake: 'Intake',
  history: 'History',
};
export type CoupleTab = keyof typeof tabs;

const hrefs: Record<CoupleTab, string> = {
  plan: '',
  since: '/since',
  checkIns: '/check-ins',
  measures: '/measures',
  sessions: '/sessions',
  people: '/people',
  goals: '/goals',
  intake: '/intake',
  history: '/history',
};

type CoupleHeadProps = {
  id: string;
  label: string;
  status: keyof typeof coupleStateWords;
  policy: keyof typeof policyWords;
  current: CoupleTab;
  /** Assign, Note, Hold: the main one last. */
  actions?: ReactNode;
};

export function CoupleHead({ id, label, status, policy, current, actions }: CoupleHeadProps) {
  const at = (tab: CoupleTab) => `/couples/${id}${hrefs[tab]}`;
  return (
    <>
      <PageHeader
        back={<TextLink href="/caseload">Caseload</TextLink>}
        title={label}
        chips={
          <>
            <Chip tone={status === 'active' ? 'success' : undefined}>{coupleStateWords[status]}</Chip>
            <Chip>{policyWords[policy].label}</Chip>
          </>
        }
        actions={actions}
      />
      <TabLinks
        label="Couple"
        current={at(current)}
        tabs={(Object.keys(tabs) as CoupleTab[]).map((tab) => ({ href: at(tab), label: tabs[tab] }))}
      />
    </>
  );
}
