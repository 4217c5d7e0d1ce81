import { Business, type BusinessOptions } from './business';
import { Deliveries } from './deliveries';
import { Factory } from './factory';
import { Purchasing } from './purchasing';
import { Receiving } from './receiving';

/** A business with its rooms, ready to run from the day its books begin. */
export interface OpenBusiness {
  business: Business;
  deliveries: Deliveries;
  receiving: Receiving;
  factory: Factory;
}

/** Opens the business: the same options give the same facts, however far and in how many steps it is run. */
export function openBusiness(options: BusinessOptions): OpenBusiness {
  const business = new Business(options);
  const receiving = new Receiving(business);
  const factory = new Factory(business, receiving);
  const deliveries = new Deliveries(business, receiving, factory);
  new Purchasing(business, deliveries).begin();
  factory.begin();
  business.dirt.TWO_CODES = business.network.suppliers.filter(({ story }) => story === 'TWO_CODES').length;
  return { business, deliveries, receiving, factory };
}
