import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { TabLinks } from '@/components/ui/tab-links';
import { coupleStateWords, policyWords } from '@/lib/format/couple-words';

const tabs = { plan: 'Plan', checkIns: 'Check-ins', sessions: 'Sessions', people: 'Contacts & safety' };
export type CoupleTab = keyof typeof tabs;

const hrefs: Record<CoupleTab, string> = { plan: '', checkIns: '/check-ins', sessions: '/sessions', people: '/people' };

type CoupleFrameProps = {
  couple: {
    id: string;
    label: string;
    status: keyof typeof coupleStateWords;
    policy: { policy: keyof typeof policyWords };
  };
  current: CoupleTab;
  /** Assign, Note, Hold: the main one last. */
  actions?: ReactNode;
  /** More chips beside state and policy: paused, held. */
  chips?: ReactNode;
  children: ReactNode;
};

/** The head of a couple's page and its tabs. */
export function CoupleFrame({ couple, current, actions, chips, children }: CoupleFrameProps) {
  const at = (tab: CoupleTab) => `/couples/${couple.id}${hrefs[tab]}`;
  return (
    <>
      <PageHeader
        back={<TextLink href="/caseload">Caseload</TextLink>}
        title={couple.label}
        chips={
          <>
            <Chip tone={couple.status === 'active' ? 'success' : 'neutral'}>{coupleStateWords[couple.status]}</Chip>
            <Chip>{policyWords[couple.policy.policy].label}</Chip>
            {chips}
          </>
        }
        actions={actions}
      />
      <TabLinks
        label="Couple"
        current={at(current)}
        tabs={(Object.keys(tabs) as CoupleTab[]).map((tab) => ({ href: at(tab), label: tabs[tab] }))}
      />
      {children}
    </>
  );
}
