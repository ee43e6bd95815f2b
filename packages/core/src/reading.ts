/**
 * A read whose last value stays while it is the value of the same thing: one that fails the second time does not take
 * away what the first has brought. The failure is told beside it, by `room`.
 */
import {Task} from '@lit/task';
import type {TaskConfig} from '@lit/task';
import type {ReactiveControllerHost} from 'lit';

/** The first two arguments, the API and the id, say what is read; the others only how. */
export class Reading<const Args extends readonly [api: string | undefined, id: string, ...how: unknown[]], Value> extends Task<Args, Value> {
  #of = '';
  #value: Value | undefined;

  constructor(host: ReactiveControllerHost, {task, args, onComplete}: TaskConfig<Args, Value>) {
    super(host, {
      args,
      task: (asked, options) => {
        const of = `${asked[0]} ${asked[1]}`;
        if (of !== this.#of) this.#value = undefined;
        this.#of = of;
        return task(asked, options);
      },
      onComplete: (value) => {
        this.#value = value;
        onComplete?.(value);
      },
    });
  }

  override get value(): Value | undefined { return this.#value; }
  /** The answer of a write, where that is what a read would bring. */
  override set value(value: Value | undefined) { this.#value = value; }
}
