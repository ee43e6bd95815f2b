/** A person who has a keyboard and nothing else: they get from place to place by Tab, and see on the way where they are. */
import type {CDPSession, Page} from 'playwright-core';
import {expect} from 'vitest';

/** Where the focus is, as assistive technology is told; `text`: what stands there. */
export type Here = {role: string; name: string; value: string; text: string};
/** A name as it is, or what it must match. */
export type Name = string | RegExp;

const patience = {timeout: 20_000};
/** More stops than any page here has: whoever passes them all goes round in a trap. */
const stops = 150;

const innermost = `(() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
})()`;

/** Why somebody who looks at the page would not see where the focus is; '' where they do. A ring may stand around the label or card that holds it. */
const unseen = `((at) => {
  if (!at || at === document.body) return 'The focus is nowhere';
  const ringed = (one) => { const {outlineStyle, outlineWidth} = getComputedStyle(one); return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0; };
  const inSight = (one) => {
    const {left, right, top, bottom, width, height} = one.getBoundingClientRect();
    return width > 1 && height > 1 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  };
  const rings = [];
  for (let one = at; one; one = one.parentElement) if (ringed(one)) rings.push(one);
  return rings.some(inSight) ? '' : rings.length ? 'It is out of sight' : 'Nothing around it shows the focus';
})(${innermost})`;

const fits = (said: string, name: Name): boolean => (typeof name === 'string' ? said === name : name.test(said));
const plain = (text = ''): string => text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();

export class Keyboard {
  readonly #page: Page;
  readonly #session: Promise<CDPSession>;

  constructor(page: Page) {
    this.#page = page;
    this.#session = page.context().newCDPSession(page);
  }

  async here(): Promise<Here> {
    const session = await this.#session;
    const {result: {objectId = ''}} = await session.send('Runtime.evaluate', {expression: innermost});
    const {nodes: [node]} = await session.send('Accessibility.getPartialAXTree', {objectId, fetchRelatives: false});
    const {result: {value: text}} = await session.send('Runtime.callFunctionOn', {objectId, functionDeclaration: 'function () { return this.innerText ?? ""; }'});
    const {result: {value: nowhere}} = await session.send('Runtime.callFunctionOn', {objectId, functionDeclaration: 'function () { return this === document.body; }'});
    return {role: nowhere ? 'nowhere' : String(node?.role?.value), name: plain(String(node?.name?.value ?? '')), value: String(node?.value?.value ?? ''), text: plain(String(text))};
  }

  press(key: string): Promise<void> { return this.#page.keyboard.press(key); }

  /** Goes on by Tab (or `by`) until there; every stop on the way must be seen. @throws with the way that was gone, where it leads nowhere. */
  async to(role: string, name: Name, by: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Here> {
    const way: string[] = [];
    while (way.length < stops) {
      await this.press(by);
      const here = await this.here();
      way.push(`${here.role} “${here.name}”`);
      if (here.role === 'nowhere') continue;
      await expect.poll(() => this.#page.evaluate(unseen), {...patience, message: way.at(-1)}).toBe('');
      if (here.role === role && fits(here.name, name)) return here;
    }
    throw new Error(`No way by ${by} to the ${role} “${name.toString()}”: ${way.join(' → ')}`);
  }

  /** Goes to a field and writes into it. */
  async write(role: 'textbox', name: Name, words: string, by?: 'Shift+Tab'): Promise<void> {
    await this.to(role, name, by);
    await this.type(words);
  }

  async type(words: string): Promise<void> {
    await this.#page.keyboard.type(words);
    expect((await this.here()).value).toBe(words);
  }

  /** Goes to a list of choices and down to one of them. */
  async choose(name: Name, option: string): Promise<void> {
    await this.to('combobox', name);
    for (let step = 0; step < 20 && (await this.here()).value !== option; step += 1) await this.press('ArrowDown');
    expect((await this.here()).value).toBe(option);
  }

  /** Goes to a button or link and presses it. */
  async use(role: 'button' | 'link', name: Name, by?: 'Shift+Tab'): Promise<void> {
    await this.to(role, name, by);
    await this.press('Enter');
  }

  /** The page has put the focus where the next thing is to be read. */
  landsOn(role: string, name: Name): Promise<void> {
    return this.#settles(({role: found, name: said}) => found === role && fits(said, name), `${role} “${name.toString()}”`);
  }

  /** The same, for a place that has no name but its words. */
  landsIn(words: string): Promise<void> {
    return this.#settles(({role, text}) => role !== 'nowhere' && text.includes(words), `“${words}”`);
  }

  async #settles(holds: (here: Here) => boolean, wanted: string): Promise<void> {
    await expect.poll(async () => {
      const here = await this.here();
      return holds(here) ? wanted : `${here.role} “${here.name || here.text.slice(0, 80)}”`;
    }, patience).toBe(wanted);
  }
}
