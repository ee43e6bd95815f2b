import {LitElement, html} from 'lit';
import {afterEach, describe, expect, it} from 'vitest';
import {LocaleController, msg} from './locale.ts';

/** The smallest element that speaks. */
class Speaker extends LitElement {
  readonly locale = new LocaleController(this);
  broken = false;
  override render() {
    if (this.broken) throw new Error('broken');
    return html`<p dir=${this.locale.dir}>${this.locale.ready ? msg('Send', {id: 'send'}) : ''}</p><slot></slot>`;
  }
}
customElements.define('test-speaker', Speaker);

const words = (element: Element) => element.shadowRoot?.querySelector('p')?.textContent;
const comes = async (element: Element, said: string) => {
  for (let frames = 0; frames < 200 && words(element) !== said; frames++) await new Promise(requestAnimationFrame);
  expect(words(element)).toBe(said);
};
const place = (lang: string | null, into: Node = document.body): Speaker => {
  const around = document.createElement('div');
  if (lang !== null) around.lang = lang;
  into.appendChild(around);
  return around.appendChild(document.createElement('test-speaker') as Speaker);
};

describe('an element', () => {
  afterEach(() => {
    document.body.replaceChildren();
    document.documentElement.lang = 'en';
  });

  it('speaks the nearest language, beside others on one page', async () => {
    const [english, arabic, german] = [place('en-GB'), place('ar-OM'), place('de')];
    await comes(english, 'Send');
    await comes(arabic, 'إرسال');
    await comes(german, 'Send');
    expect(arabic.shadowRoot?.querySelector('p')?.dir).toBe('rtl');
  });

  it('shows no words before those of its language are here', async () => {
    const seen = new Set<string | null | undefined>();
    const arabic = place('ar');
    for (let frames = 0; frames < 20 && !seen.has('إرسال'); frames++) {
      seen.add(words(arabic));
      await new Promise(requestAnimationFrame);
    }
    expect(seen.has('Send')).toBe(false);
  });

  it('speaks Arabic where the page says nothing', async () => {
    document.documentElement.removeAttribute('lang');
    await comes(place(null), 'إرسال');
  });

  it('follows a change of language, also from inside a shadow root', async () => {
    const host = document.body.appendChild(document.createElement('div'));
    const root = host.attachShadow({mode: 'open'});
    const element = place('en', root);
    await comes(element, 'Send');
    if (element.parentElement) element.parentElement.lang = 'ar';
    await comes(element, 'إرسال');
    if (element.parentElement) element.parentElement.removeAttribute('lang');
    host.lang = 'en';
    await comes(element, 'Send');
  });

  it('leaves the language of others alone when it breaks while drawing', async () => {
    const broken = place('ar');
    await comes(broken, 'إرسال');
    broken.broken = true;
    broken.requestUpdate();
    await broken.updateComplete.catch(() => null);
    const english = place('en');
    await comes(english, 'Send');
  });
});
