/** Who asks. Which of these an operation needs, the contract says by its credentials. */
import type {Person} from '../domain/person.ts';
import {Refusal} from '../domain/refusal.ts';
import type {Administrator} from '../identity/administrator.ts';
import type {Authenticator} from '../identity/authenticator.ts';
import type {Space} from '../spaces.ts';

const credentialOf = (request: Request): string | undefined =>
  /^Bearer ([A-Za-z0-9._~+/=-]{1,4096})$/i.exec(request.headers.get('authorization') ?? '')?.[1];

export async function personOf(authenticators: readonly Authenticator[], request: Request, space: Space): Promise<Person> {
  if (!request.headers.has('authorization')) throw new Refusal('person-needed');
  const credential = credentialOf(request);
  const authenticator = credential === undefined ? undefined : authenticators.find((each) => each.recognises(credential));
  const person = credential === undefined ? null : await authenticator?.authenticate(space, credential);
  if (!person) throw new Refusal('invalid-credential');
  if (person.level === 'guest' && !space.guests) throw new Refusal('person-needed');
  return person;
}

/** Whose name stands under what is done with the administrator's key. */
const administratorName = 'administrator';

/**
 * The official who acts. Whatever else was shown (nothing, a guest's key, a wrong key, on a server with or without one), the
 * answer is the same, and it comes before anything of the request is looked at: nothing can be learned here.
 */
export async function officialOf(isAdministrator: Administrator, request: Request): Promise<string> {
  if (!await isAdministrator(credentialOf(request) ?? '')) throw new Refusal('invalid-credential');
  return administratorName;
}
