/** What the panels under a comment ask of the API; comes with them. */
import {unwrap} from '@shurkum/client';
import type {Client} from '@shurkum/client';
import type {Schema} from '@shurkum/contract';
import {onComment} from './comment-thread.acts.ts';

export const edit = (client: Client, commentId: string, text: string) => {
  const params = onComment(commentId);
  return () => unwrap(client.own.PATCH('/comments/{commentId}', {params, body: {text}}));
};
export const withdraw = (client: Client, commentId: string) => {
  const params = onComment(commentId);
  return () => unwrap(client.own.DELETE('/comments/{commentId}', {params}));
};
export const report = (client: Client, commentId: string, reason: Schema<'ReportReason'>, note: string) => {
  const params = onComment(commentId);
  return () => unwrap(client.own.POST('/comments/{commentId}/reports', {params, body: {reason, ...(note ? {note} : {})}}));
};
