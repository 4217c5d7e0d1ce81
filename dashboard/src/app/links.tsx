import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keptSearch } from './view';

/** The name of a supplier, leading to its page. */
export function supplierLink(id: string, name: ReactNode): ReactNode {
  return (
    <Link to="/suppliers/$id" params={{ id }} search={keptSearch}>
      {name}
    </Link>
  );
}

/** The name of an order line, leading to its page. */
export function lineLink(id: string, name: ReactNode): ReactNode {
  return (
    <Link to="/orders/$id" params={{ id }} search={keptSearch}>
      {name}
    </Link>
  );
}

/** All overdue lines, or those of one supplier. */
export function ordersLink(words: string, supplier?: string): ReactNode {
  return (
    <Link
      to="/orders"
      search={(previous: Record<string, unknown>) => ({ ...keptSearch(previous), ...(supplier ? { supplier } : {}) })}
    >
      {words}
    </Link>
  );
}

/** The list of suppliers. */
export function suppliersLink(words: string): ReactNode {
  return (
    <Link to="/suppliers" search={keptSearch}>
      {words}
    </Link>
  );
}

/** The overview. */
export function overviewLink(words: string): ReactNode {
  return (
    <Link to="/" search={keptSearch}>
      {words}
    </Link>
  );
}

/** Defects and inspection lots, of all suppliers or of one. */
export function qualityLink(words: string, supplier?: string): ReactNode {
  return (
    <Link
      to="/quality"
      search={(previous: Record<string, unknown>) => ({ ...keptSearch(previous), ...(supplier ? { supplier } : {}) })}
    >
      {words}
    </Link>
  );
}

/** How late every source is. */
export function syncLink(words: ReactNode): ReactNode {
  return (
    <Link to="/sync" search={keptSearch}>
      {words}
    </Link>
  );
}
