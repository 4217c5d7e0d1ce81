import type { ReactNode } from 'react';

function Icon({ children }: { children: ReactNode }): ReactNode {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

/** One picture for each screen, drawn on the same 16-pixel grid as the other icons. */
export const OverviewIcon = (): ReactNode => (
  <Icon>
    <rect x="2" y="2" width="5" height="5" rx="1.2" />
    <rect x="9" y="2" width="5" height="5" rx="1.2" />
    <rect x="2" y="9" width="5" height="5" rx="1.2" />
    <rect x="9" y="9" width="5" height="5" rx="1.2" />
  </Icon>
);
export const SuppliersIcon = (): ReactNode => (
  <Icon>
    <path d="M1.8 13.6V6.4l4 2.4V6.4l4 2.4V3h4.4v10.6Z" />
    <path d="M4.6 11h1.6M8 11h1.6M11.2 11h1.2" />
  </Icon>
);
export const OrdersIcon = (): ReactNode => (
  <Icon>
    <path d="M3.4 1.8h6.2l3 3v9.4H3.4Z" />
    <path d="M9.4 1.9V5h3.1M5.6 7.8h4.8M5.6 10.6h4.8" />
  </Icon>
);
export const QualityIcon = (): ReactNode => (
  <Icon>
    <path d="M8 1.8 13.2 4v4c0 3-2.1 5.2-5.2 6.2C4.9 13.2 2.8 11 2.8 8V4Z" />
    <path d="m5.7 8 1.7 1.7 3-3.2" />
  </Icon>
);
export const ProductionIcon = (): ReactNode => (
  <Icon>
    <circle cx="8" cy="8" r="2.2" />
    <path d="M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M3.6 12.4 5 11M11 5l1.4-1.4" />
  </Icon>
);
export const SyncIcon = (): ReactNode => (
  <Icon>
    <path d="M13.4 6.4A5.7 5.7 0 0 0 3.2 5M2.6 9.6A5.7 5.7 0 0 0 12.8 11" />
    <path d="M3 2.2V5h2.8M13 13.8V11h-2.8" />
  </Icon>
);
export const CodeIcon = (): ReactNode => (
  <Icon>
    <path d="m5 4.2-3.6 3.8L5 11.8M11 4.2l3.6 3.8-3.6 3.8M9.2 2.8 6.8 13.2" />
  </Icon>
);
export const ExamplesIcon = (): ReactNode => (
  <Icon>
    <path d="M3 2.2h10v11.6H3Z" />
    <path d="M5.4 5.4h5.2M5.4 8h5.2M5.4 10.6h3" />
  </Icon>
);
