/** Writes a sample discussion, comment by comment, with what officials and moderators did about it. */
import type {Schema} from '@shurkum/contract';
import {answerComment, decideComment, pinComment} from '@shurkum/server';
import type {Services} from '@shurkum/server';
import {Participants} from './participants.ts';
import type {Said, SampleThread} from './shapes.ts';

const hour = 3_600_000;

type Place = {services: Services; space: string; thread: SampleThread; people: Participants; now: number};

/** The same people support several comments; here each support is another guest's. */
async function supported(place: Place, id: string, said: Said): Promise<void> {
  for (let voice = 0; voice < (said.supports ?? 0); voice += 1) {
    const at = place.now - said.hours * hour + (voice + 1) * 60_000;
    await place.people.act(at, 'PUT', `/comments/${id}/support`);
  }
}

async function decided({services, space, now}: Place, id: string, said: Said): Promise<void> {
  const at = (hours: number) => ({...services, clock: () => new Date(now - hours * hour)});
  if (said.pinned) await pinComment(at(said.hours - 1), space, id, true);
  if (said.answer) {
    const {agency, role, text, hours} = said.answer;
    await answerComment(at(hours), space, id, {agency, role, text});
  }
  if (said.removed) await decideComment(at(said.hours - 2), space, id, {state: 'removed', reason: said.removed});
}

async function write(place: Place, said: Said, parentId?: string): Promise<void> {
  const {thread, people, now} = place;
  const {comment} = await people.act<Schema<'MyComment'>>(now - said.hours * hour, 'POST', '/comments', {
    threadId: thread.id, text: said.text, ...(parentId && {parentId}), ...(said.name && {name: said.name}),
  });
  await supported(place, comment.id, said);
  for (const reply of said.replies ?? []) await write(place, reply, comment.id);
  await decided(place, comment.id, said);
}

/** Oldest first, as it was said. */
export async function fillThread(services: Services, space: string, thread: SampleThread, now: number): Promise<void> {
  const place = {services, space, thread, people: new Participants(services, space), now};
  for (const said of [...thread.comments].sort((one, other) => other.hours - one.hours)) await write(place, said);
}
