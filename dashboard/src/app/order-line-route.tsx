import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { OrderLinePage } from '../features/orders/order-line-page';
import { useApp } from './app-context';
import { ordersLink, supplierLink } from './links';
import { Page } from './page';

/** One order line. */
export function OrderLineRoute(): ReactNode {
  const { today } = useApp();
  const { id } = useParams({ from: '/orders/$id' });
  return (
    <Page title="Order line" actions={ordersLink('All orders')}>
      <OrderLinePage id={id} today={today} supplierLink={supplierLink} />
    </Page>
  );
}
