import type {Client} from '@shurkum/client';
import type {Schema} from '@shurkum/contract';
import type {CSSResult, LitElement} from 'lit';
import type {Axis, Sort} from './proposal-tracker.model.ts';
import type {TrackerReader} from './views/axes.ts';

/** What stands in the widget: the list, or one of the parts that come on use. */
export type Place = 'list' | 'one' | 'mine' | 'outcomes';
/** For whom and when an answer of the API was written. */
export type View = {display: Schema<'Display'>; languages: string[]; now: string};
export type Told = {value: unknown; error: unknown; status: number};

/** The tracker as its parts know it. */
export type Ground = {
  element: LitElement & {api?: string; sort: Sort; pageSize: number};
  client: () => Client;
  /** What the page preset, or the reader chose since. */
  preset: (axis: Axis) => string;
  /** The language of the tracker's place in the page. */
  language: () => string;
  /** Whether this part is in sight, and so should read. */
  here: (place: Place) => boolean;
  /** The proposal that is open. */
  reference: () => string;
  /** Opens a proposal, or `mine`. */
  open: (opened: string, event?: Event) => void;
  address: (reference: string) => string;
  reader: (view?: View) => TrackerReader;
  /** What is looked for goes into the page's address, where the page asked for that. */
  keep: () => void;
  say: (words: () => string) => void;
  /** Puts the focus on the first of these, as soon as one is there. */
  focus: (...places: string[]) => void;
};

/** A part in its place: what it reads, how that is read again, and what is drawn of it. */
export type Part = {read: Told; mine: Told; again: () => unknown; draw: () => unknown};
export type PartModule = {begin: (ground: Ground) => Part; styles: CSSResult[]};
