/**
 * A form: what an authority asks, what it promises, and when it is open. `faultOf` finds what a schema cannot say: a
 * definition that contradicts itself or names what its space does not have.
 */
import type {Schema} from '@shurkum/contract';

export type FormDefinition = Schema<'FormDefinition'>;
export type Field = Schema<'Field'>;
type FieldKind = Field['kind'];

/** A definition with everything said that it may leave open. */
export type Form = Omit<FormDefinition, 'fields' | Open> & Required<Pick<FormDefinition, Open>> & {fields: Field[]};
type Open = 'intro' | 'opensAt' | 'closesAt' | 'guests' | 'categories' | 'groups' | 'agency' | 'answerWithin' | 'supportsNeeded' | 'privacy';

/** What a file may be. The contract says the same. */
export const fileRules = {types: ['image/png', 'image/jpeg', 'image/webp', 'application/pdf'], bytes: 5_000_000, pixels: 40_000_000} as const;
export const filesInField = 5;
/** As many as one person may have uploaded and not yet sent. */
export const filesInForm = 20;

const lengths = {'short-text': 200, place: 200, 'long-text': 5000} as const;

/** The keywords that mean something for a kind; any other one would silently do nothing. */
const keywords: Record<FieldKind, readonly (keyof Field)[]> = {
  'short-text': ['minLength', 'maxLength'], 'long-text': ['minLength', 'maxLength'], place: ['minLength', 'maxLength'],
  choice: ['options'], choices: ['options', 'minItems', 'maxItems'], number: ['minimum', 'maximum', 'multipleOf'],
  date: ['earliest', 'latest'], attachment: ['minItems', 'maxItems'], consent: [],
};
const common: readonly (keyof Field)[] = ['id', 'kind', 'label', 'hint', 'group', 'required', 'public'];

/** The longest answer of a field that is a text. */
export const longest = ({kind, maxLength}: Field): number => maxLength ?? (kind === 'long-text' ? lengths['long-text'] : lengths.place);

/** Fewest and most of a field that takes several. */
export function several({kind, minItems, maxItems, options = []}: Field): {min: number; max: number} {
  const most = kind === 'attachment' ? filesInField : options.length;
  return {min: minItems ?? 1, max: Math.min(maxItems ?? most, most)};
}

export type Fault = {pointer: string; why: string};

/** Where something stands twice, or -1. */
const repeatedAt = (ids: readonly string[]): number => ids.findIndex((id, at) => ids.indexOf(id) < at);

/** Each pair that could stand the wrong way round, with its values. */
const pairs = (field: Field): [keyof Field, number | string | undefined, number | string | undefined][] => [
  ['minLength', field.minLength, longest(field)],
  ['minimum', field.minimum, field.maximum],
  ['earliest', field.earliest, field.latest],
  ['minItems', field.minItems, several(field).max],
];

/** Whether a multiple lies between the bounds. */
function hasMultiple({minimum, maximum, multipleOf = 1}: Field): boolean {
  if (minimum === undefined || maximum === undefined) return true;
  return Math.ceil(minimum / multipleOf - 1e-9) * multipleOf <= maximum + 1e-9;
}

function* faultsOfField(field: Field, at: string, groups: readonly string[]): Generator<Fault> {
  const {kind, options, group, maxItems} = field;
  const foreign = (Object.keys(field) as (keyof Field)[]).find((name) => !common.includes(name) && !keywords[kind].includes(name));
  if (foreign) yield {pointer: `${at}/${foreign}`, why: `does not apply to ${kind}`};
  if (keywords[kind].includes('options') && !options) yield {pointer: at, why: `${kind} needs options`};
  const twice = repeatedAt((options ?? []).map(({id}) => id));
  if (twice >= 0) yield {pointer: `${at}/options/${twice}/id`, why: 'stands twice'};
  if (group !== undefined && !groups.includes(group)) yield {pointer: `${at}/group`, why: `“${group}” is not one of the groups`};
  if (kind === 'attachment' && maxItems !== undefined && maxItems > filesInField) yield {pointer: `${at}/maxItems`, why: `is more than ${filesInField} files`};
  if (kind === 'choices' && options && maxItems !== undefined && maxItems > options.length) yield {pointer: `${at}/maxItems`, why: 'is more than there are options'};
  for (const [name, least, most] of pairs(field)) {
    if (least !== undefined && most !== undefined && keywords[kind].includes(name) && least > most) {
      yield {pointer: `${at}/${name}`, why: `${least} is more than ${most}`};
    }
  }
  if (kind === 'number' && !hasMultiple(field)) yield {pointer: `${at}/multipleOf`, why: 'leaves no number between minimum and maximum'};
}

function* faultsOfFields({fields = [], groups = []}: FormDefinition): Generator<Fault> {
  const names = groups.map(({id}) => id);
  const twiceGroup = repeatedAt(names);
  if (twiceGroup >= 0) yield {pointer: `/groups/${twiceGroup}/id`, why: 'stands twice'};
  const twice = repeatedAt(fields.map(({id}) => id));
  if (twice >= 0) yield {pointer: `/fields/${twice}/id`, why: 'stands twice'};
  for (const [at, field] of fields.entries()) yield* faultsOfField(settledField(field), `/fields/${at}`, names);
  const empty = groups.findIndex(({id}) => !fields.some(({group}) => group === id));
  if (empty >= 0) yield {pointer: `/groups/${empty}`, why: 'no field stands in this group'};
  const files = fields.reduce((sum, field) => sum + (field.kind === 'attachment' ? several(settledField(field)).max : 0), 0);
  if (files > filesInForm) yield {pointer: '/fields', why: `together they take ${files} files; at most ${filesInForm} can be sent at once`};
}

export type Known = {agencies?: readonly {id: string}[] | undefined; categories?: readonly {id: string}[] | undefined};

function* faultsOfPlace({categories = [], agency, opensAt, closesAt}: FormDefinition, known: Known): Generator<Fault> {
  const unknown = categories.findIndex((id) => !known.categories?.some((category) => category.id === id));
  if (unknown >= 0) yield {pointer: `/categories/${unknown}`, why: `the space has no category “${categories[unknown] ?? ''}”`};
  if (agency && !known.agencies?.some(({id}) => id === agency)) yield {pointer: '/agency', why: `the space has no agency “${agency}”`};
  if (opensAt && closesAt && Date.parse(closesAt) <= Date.parse(opensAt)) yield {pointer: '/closesAt', why: 'it closes before it opens'};
}

/** What is never published has no supporters, and none of its answers can be. */
function* faultsOfPublication({publication, supportsNeeded, fields = []}: FormDefinition): Generator<Fault> {
  if (publication !== 'private') return;
  if (supportsNeeded) yield {pointer: '/supportsNeeded', why: 'nobody can support what is private'};
  const shown = fields.findIndex((field) => field.public);
  if (shown >= 0) yield {pointer: `/fields/${shown}/public`, why: 'nothing of a private form is published'};
}

/** The first thing that is wrong with a definition its schema accepts, with its JSON pointer; undefined for a sound one. */
export function faultOf(definition: FormDefinition, known: Known): Fault | undefined {
  return [...faultsOfFields(definition), ...faultsOfPlace(definition, known), ...faultsOfPublication(definition)][0];
}

const settledField = (field: NonNullable<FormDefinition['fields']>[number]): Field => ({required: false, public: false, ...field});

export const settledForm = (definition: FormDefinition): Form => ({
  intro: null, opensAt: null, closesAt: null, guests: true, categories: [], groups: [], agency: null, answerWithin: null,
  supportsNeeded: null, privacy: null, ...definition, fields: (definition.fields ?? []).map(settledField),
});

const timeOf = (instant: string | null): number | null => (instant === null ? null : Date.parse(instant));

export function isOpen({opensAt, closesAt}: Pick<Form, 'opensAt' | 'closesAt'>, now: number): boolean {
  const closes = timeOf(closesAt);
  return now >= (timeOf(opensAt) ?? now) && (closes === null || now < closes);
}

/** The next instant at which a form opens or closes by itself, or null. */
export function nextTurnOf({opensAt, closesAt}: Pick<Form, 'opensAt' | 'closesAt'>, now: number): number | null {
  return [timeOf(opensAt), timeOf(closesAt)].find((turn) => turn !== null && now < turn) ?? null;
}
