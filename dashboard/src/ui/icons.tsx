import type { ReactNode } from 'react';

function Icon({ children }: { children: ReactNode }): ReactNode {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

/** Our few icons, drawn on a 16-pixel grid. All are decoration: the control that holds one carries the name. */
export const InfoIcon = (): ReactNode => (
  <Icon>
    <circle cx="8" cy="8" r="6.2" />
    <path d="M8 7.4v3.4M8 5.1v.1" />
  </Icon>
);
export const ChevronRight = (): ReactNode => (
  <Icon>
    <path d="m6 3.8 4.2 4.2L6 12.2" />
  </Icon>
);
export const ChevronLeft = (): ReactNode => (
  <Icon>
    <path d="M10 3.8 5.8 8l4.2 4.2" />
  </Icon>
);
export const ChevronDown = (): ReactNode => (
  <Icon>
    <path d="m4 6.2 4 4 4-4" />
  </Icon>
);
export const CalendarIcon = (): ReactNode => (
  <Icon>
    <rect x="2" y="3.2" width="12" height="10.6" rx="2" />
    <path d="M2 6.6h12M5.2 1.8v2.6M10.8 1.8v2.6" />
  </Icon>
);
export const ClockIcon = (): ReactNode => (
  <Icon>
    <circle cx="8" cy="8" r="6.2" />
    <path d="M8 4.6V8l2.4 1.6" />
  </Icon>
);
export const PersonIcon = (): ReactNode => (
  <Icon>
    <circle cx="8" cy="5.2" r="2.8" />
    <path d="M2.8 13.8c.6-2.8 2.6-4.2 5.2-4.2s4.6 1.4 5.2 4.2" />
  </Icon>
);
export const SunIcon = (): ReactNode => (
  <Icon>
    <circle cx="8" cy="8" r="2.8" />
    <path d="M8 1.4v1.4M8 13.2v1.4M1.4 8h1.4M13.2 8h1.4M3.3 3.3l1 1M11.7 11.7l1 1M3.3 12.7l1-1M11.7 4.3l1-1" />
  </Icon>
);
export const MoonIcon = (): ReactNode => (
  <Icon>
    <path d="M13.4 9.8A5.8 5.8 0 0 1 6.2 2.6a5.8 5.8 0 1 0 7.2 7.2Z" />
  </Icon>
);
export const SystemIcon = (): ReactNode => (
  <Icon>
    <rect x="1.8" y="2.6" width="12.4" height="8.4" rx="1.6" />
    <path d="M5.4 13.8h5.2M8 11v2.8" />
  </Icon>
);
export const GridIcon = (): ReactNode => (
  <Icon>
    <rect x="2" y="2" width="5" height="5" rx="1.2" />
    <rect x="9" y="2" width="5" height="5" rx="1.2" />
    <rect x="2" y="9" width="5" height="5" rx="1.2" />
    <rect x="9" y="9" width="5" height="5" rx="1.2" />
  </Icon>
);
export const SearchIcon = (): ReactNode => (
  <Icon>
    <circle cx="7" cy="7" r="4.6" />
    <path d="m10.6 10.6 3 3" />
  </Icon>
);
export const MenuIcon = (): ReactNode => (
  <Icon>
    <path d="M2.4 4h11.2M2.4 8h11.2M2.4 12h11.2" />
  </Icon>
);
export const CloseIcon = (): ReactNode => (
  <Icon>
    <path d="m3.6 3.6 8.8 8.8M12.4 3.6l-8.8 8.8" />
  </Icon>
);
