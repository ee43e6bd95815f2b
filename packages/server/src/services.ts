/** Everything the server needs from outside, so that a test or a page may give its own. */
import type {FileStore} from './files/file-store.ts';
import type {Authenticator} from './identity/authenticator.ts';
import type {Hmac} from './identity/keys.ts';
import type {Store} from './store/store.ts';

export type LogEvent = {level: 'info' | 'error'; message: string; [field: string]: unknown};

export type Services = {
  store: Store;
  clock: () => Date;
  /** An unguessable id: 128 random bits as 22 characters of base64url. */
  newId: () => string;
  log: (event: LogEvent) => void;
  /** Where attachments are kept. Without it, none are taken. */
  files?: FileStore;
  /** A reference by chance, where it is not left to the platform. */
  newReference?: () => string;
  /** Who is believed, in the order they are asked. Guests alone, unless said otherwise. */
  authenticators?: readonly Authenticator[];
  /** Whoever shows it acts as an official. Without one, nobody does. */
  administratorKey?: string;
  /** A keyed hash quicker than the platform's asynchronous one, where there is one. */
  hmac?: Hmac;
  /** The origin the server is reached at, where that is known. Without it, a request's own address is believed. */
  origin?: string;
  /** Aborted when the server stops: streams end, so that nothing keeps it from stopping. */
  shutdown?: AbortSignal;
};
