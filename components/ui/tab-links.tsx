type TabLinksProps = {
  /** What the tabs belong to, spoken. */
  label: string;
  tabs: { href: string; label: string; count?: number }[];
  /** The `href` of the open one. */
  current: string;
};

/** Tabs that are pages of their own, so each has its address. */
export function TabLinks({ label, tabs, current }: TabLinksProps) {
  return (
    <nav aria-label={label} className="tab-links screen-only">
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.href === current ? 'page' : undefined}>
          {tab.label}
          {tab.count ? <span className="tabular font-normal">{tab.count}</span> : null}
        </a>
      ))}
    </nav>
  );
}
