/** Who stands behind a credential. Each kind of credential has one authenticator; the first that knows it answers. */
import type {Person} from '../domain/person.ts';
import type {Space} from '../spaces.ts';

export type Authenticator = {
  /** Whether the credential is of this kind, by its form. */
  recognises(credential: string): boolean;
  /** The person, or null where the credential is not to be believed. */
  authenticate(space: Space, credential: string): Promise<Person | null>;
};
