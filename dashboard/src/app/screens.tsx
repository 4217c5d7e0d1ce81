import type { ReactNode } from 'react';
import {
  CodeIcon,
  OrdersIcon,
  OverviewIcon,
  ProductionIcon,
  QualityIcon,
  SuppliersIcon,
  SyncIcon,
} from '../ui/screen-icons';

/** One entry of the rail. Adding a screen is adding an entry here and its lazy route in router.tsx. */
export interface Screen {
  /** Where it lies. */
  path: string;
  name: string;
  /** For the bottom bar of a phone. */
  short: string;
  /** Pressed after g: `g o` opens the overview. */
  key: string;
  /** What one finds there, for the palette. */
  about: string;
  icon: () => ReactNode;
}

export const SCREENS: readonly Screen[] = [
  {
    path: '/',
    name: 'Overview',
    short: 'Overview',
    key: 'o',
    about: 'delivery, quality and sync lag on one screen',
    icon: OverviewIcon,
  },
  {
    path: '/suppliers',
    name: 'Suppliers',
    short: 'Suppliers',
    key: 's',
    about: 'every supplier with its figures',
    icon: SuppliersIcon,
  },
  {
    path: '/orders',
    name: 'Orders',
    short: 'Orders',
    key: 'r',
    about: 'order lines that need a decision, by impact',
    icon: OrdersIcon,
  },
  {
    path: '/quality',
    name: 'Quality',
    short: 'Quality',
    key: 'q',
    about: 'defects under each way of counting, inspection lots',
    icon: QualityIcon,
  },
  {
    path: '/production',
    name: 'Production',
    short: 'Making',
    key: 'p',
    about: 'work orders: made and not posted, late, running',
    icon: ProductionIcon,
  },
  {
    path: '/sync',
    name: 'Sync health',
    short: 'Sync',
    key: 'y',
    about: 'every source and how late its data is',
    icon: SyncIcon,
  },
  {
    path: '/explorer',
    name: 'API explorer',
    short: 'API',
    key: 'x',
    about: 'the graph to try out, with examples for each persona',
    icon: CodeIcon,
  },
];
