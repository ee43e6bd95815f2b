/** The stores the contract suite runs on: one on each database, and one in the page, which has no address. */
import type {Store} from '@shurkum/server';
import {openStore} from '@shurkum/server/node';
import {startPageServer} from '@shurkum/server/page';
import {addresses} from './addresses.ts';
import type {Address} from './addresses.ts';

export type Opened = {
  store: Store;
  /** A second process's view: another store on the same database. Not in the page, which has one. */
  again?: () => Promise<Store>;
  close: () => Promise<void>;
};

export type StoreKind = {name: string; skipped: string; open: () => Promise<Opened>};

const onAddress = (address: Address): StoreKind => ({
  name: address.name, skipped: address.skipped,
  open: async () => {
    const place = await address.open();
    const stores: Store[] = [];
    const again = async () => {
      const store = await openStore(place.url);
      stores.push(store);
      return store;
    };
    const store = await again();
    return {store, again, close: async () => {
      await Promise.all(stores.map((each) => each.close()));
      await place.remove();
    }};
  },
});

const inPage: StoreKind = {name: 'SQLite in the page', skipped: '', open: async () => {
  const {store, close} = await startPageServer({space: {id: 'unused'}});
  return {store, close};
}};

export const storeKinds: readonly StoreKind[] = [...addresses.map(onAddress), inPage];
