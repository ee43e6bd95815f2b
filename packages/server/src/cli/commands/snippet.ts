/** The markup to paste for a form: the widget, and inside it what works without JavaScript. */
import {findForm} from '../../store/forms.ts';
import {settledForm} from '../../domain/form.ts';
import type {Form, FormDefinition} from '../../domain/form.ts';
import type {Space} from '../../spaces.ts';
import {optional, spaceOf, withStore, wordsOf} from '../context.ts';
import {Refusal} from '../refusal.ts';

const usage = 'snippet form ID [--lang TAG] [--origin URL] [--page-wide-form]';

/** What the plain form says, in the languages the site's own pages speak. */
const words = {
  ar: {title: 'عنوان في كلمات قليلة', text: 'النص', category: 'ما موضوعه؟', choose: 'يُرجى الاختيار', next: 'المراجعة قبل الإرسال', link: 'فتح النموذج'},
  en: {title: 'Title in a few words', text: 'Text', category: 'What is it about?', choose: 'Please choose', next: 'Check before sending', link: 'Open the form'},
} as const;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function originOf(given: string | undefined): string {
  const origin = given ?? process.env['SHURKUM_ORIGIN'] ?? 'http://localhost:8080';
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) throw new Refusal(`--origin must be an origin such as https://participation.example, not “${origin}”`);
  return origin;
}

/** An authority's own words in a language, else in the first there are. */
const said = (text: Record<string, string>, language: string): string => text[language] ?? Object.values(text)[0] ?? '';

function plainForm(form: Form, space: Space, language: string, action: string): string[] {
  const say = words[language.startsWith('ar') ? 'ar' : 'en'];
  const categories = (space.categories ?? []).filter(({id}) => form.categories.includes(id));
  return [
    `  <form method="post" action="${escaped(action)}" accept-charset="utf-8">`,
    `    <p><label>${say.title}<br><input name="title" required maxlength="150"></label></p>`,
    `    <p><label>${say.text}<br><textarea name="text" rows="6" required></textarea></label></p>`,
    ...(categories.length ? [`    <p><label>${say.category}<br><select name="category" required><option value="">${say.choose}</option>${
      categories.map(({id, label}) => `<option value="${escaped(id)}">${escaped(said(label, language))}</option>`).join('')}</select></label></p>`] : []),
    `    <p><button>${say.next}</button></p>`, '  </form>',
  ];
}

/** Inside a form that spans the page, as SharePoint has one, another form cannot stand: there it is a link. */
export async function snippetOfForm(args: string[]): Promise<string> {
  const given = wordsOf(args, {'lang': {type: 'string'}, 'origin': {type: 'string'}, 'page-wide-form': {type: 'boolean'}}, 1, usage);
  const [id = ''] = given.positionals;
  const origin = originOf(optional(given, 'origin'));
  return withStore(async (store) => {
    const space = await spaceOf(store, given);
    const row = await store.read(() => findForm.first({space: space.id, id}));
    if (!row) throw new Refusal(`There is no form “${id}” in the space “${space.id}”.`);
    const language = optional(given, 'lang') ?? space.languages[0] ?? 'ar';
    if (!space.languages.includes(language)) throw new Refusal(`--lang is one of ${space.languages.join(', ')}`);
    const form = settledForm(JSON.parse(row.definition) as FormDefinition);
    const page = `${origin}/forms/${space.id}/${id}?lang=${language}`;
    const inside = given.values['page-wide-form'] ? [`  <p><a href="${escaped(page)}">${escaped(words[language.startsWith('ar') ? 'ar' : 'en'].link)}</a></p>`]
      : plainForm(form, space, language, page);
    return [
      `<script type="module" src="${origin}/widgets/suggestion-form.js"></script>`,
      `<shurkum-suggestion-form form-id="${escaped(id)}"${space.id === 'default' ? '' : ` api="${origin}/v1/${space.id}"`} lang="${escaped(language)}">`,
      ...inside, '</shurkum-suggestion-form>',
    ].join('\n');
  });
}
