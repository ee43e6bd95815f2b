/** JSON lines on standard error. Only the fields named here ever leave: none of them says who somebody is. */
import type {LogEvent} from '@shurkum/server';
import {destination, pino, stdTimeFunctions} from 'pino';

const allowed = ['operation', 'method', 'status', 'ms', 'error', 'at'] as const;

export function logger(level = process.env['LOG_LEVEL'] ?? 'warn'): (event: LogEvent) => void {
  const log = pino({level, base: null, timestamp: stdTimeFunctions.isoTime}, destination({dest: 2, sync: true}));
  return (event) => {
    const fields = Object.fromEntries(allowed.filter((name) => event[name] !== undefined).map((name) => [name, event[name]]));
    log[event.level](fields, event.message);
  };
}
