import {describe, expect, it} from 'vitest';
import {stemArabic} from './arabic.ts';
import {normalise} from './normalise.ts';
import {soughtIn, stemOf, wordsOf} from './words.ts';

describe('one spelling', () => {
  // Cases of Apache Lucene's TestArabicNormalizationFilter.
  it.each([
    ['آجن', 'اجن'], ['أحمد', 'احمد'], ['إعاذ', 'اعاذ'], ['بنى', 'بني'], ['فاطمة', 'فاطمه'], ['روبرـــــت', 'روبرت'], ['مَبنا', 'مبنا'],
    ['علِي', 'علي'], ['بُوات', 'بوات'], ['ولداً', 'ولدا'], ['ولدٍ', 'ولد'], ['ولدٌ', 'ولد'], ['نلْسون', 'نلسون'], ['هتميّ', 'هتمي'],
  ])('of %s is %s', (written, spelled) => { expect(normalise(written)).toBe(spelled); });

  it.each([
    ['hamza on its seats', 'مسؤول بيئة شيء', 'مسوول بييه شيء'],
    ['alef wasla', 'ٱلطريق', 'الطريق'],
    ['letters of Persian and Urdu keyboards', 'کتابی ہے', 'كتابي هي'],
    ['Arabic-Indic and Persian digits', '٢٠٣٠ ۱۴۰۵', '2030 1405'],
    ['joined forms', 'ﷲ ﻻ ﺍﻟﻄﺮﻕ', 'الله لا الطرق'],
    ['controls of direction and width', '\u202bالطرق\u202c \u200fع\u200dا\u200cم', 'الطرق عام'],
    ['case, width and marks of Latin letters', 'ＣＡＦÉ Educación', 'cafe educacion'],
    ['other scripts, put together again', '서울 がぎ', '서울 がぎ'],
  ])('takes in %s', (_, written, spelled) => { expect(normalise(written)).toBe(spelled); });
});

describe('a stem', () => {
  // Cases of Apache Lucene's TestArabicStemFilter and TestArabicAnalyzer, with ة written as `normalise` writes it.
  it.each([
    ['الحسن', 'حسن'], ['والحسن', 'حسن'], ['بالحسن', 'حسن'], ['كالحسن', 'حسن'], ['فالحسن', 'حسن'], ['للاخر', 'اخر'], ['وحسن', 'حسن'],
    ['زوجها', 'زوج'], ['ساهدان', 'ساهد'], ['ساهدات', 'ساهد'], ['ساهدون', 'ساهد'], ['ساهدين', 'ساهد'], ['ساهديه', 'ساهد'], ['ساهده', 'ساهد'],
    ['ساهدي', 'ساهد'], ['وساهدون', 'ساهد'], ['ساهدهات', 'ساهد'], ['الو', 'الو'], ['كبيره', 'كبير'], ['مشروبات', 'مشروب'], ['امريكيين', 'امريك'],
    ['امريكي', 'امريك'], ['الكتاب', 'كتاب'], ['ايمانكم', 'ايمانكم'],
  ])('of %s is %s', (word, stem) => { expect(stemArabic(word)).toBe(stem); });

  // Lines of the Snowball project's vocabulary for English (snowball-data, english/diffs.txt).
  it.each([
    ['abandoned', 'abandon'], ['abilities', 'abil'], ['accountability', 'account'], ['administrative', 'administr'], ['inequalities', 'inequ'],
    ['industrious', 'industri'], ['injuries', 'injuri'], ['innings', 'inning'], ['institutions', 'institut'], ['instalment', 'instal'],
  ])('of %s is %s', (word, stem) => { expect(stemOf(word)).toBe(stem); });

  it('does not reach a broken plural', () => { expect(stemArabic('طرق')).not.toBe(stemArabic('طريق')); });
});

describe('the words of a text', () => {
  it.each(['مشروع الطرق', 'مَشْرُوع الطُّرُق', 'مشروع طرقٍ', 'ومشـروع للطرق'])('are the same in “%s”', (text) => {
    expect(wordsOf(text)).toEqual(['مشروع', 'طرق']);
  });
  it('are of one script each', () => { expect(wordsOf('الـAPI المفتوحة covid19')).toEqual(['api', 'مفتوح', 'covid', '19']); });
  it('are without those that say nothing', () => { expect(wordsOf('The roads of the city, و الطرق في المدينة إلى هذا')).toEqual(['road', 'citi', 'طرق', 'مدين']); });
  it('are without apostrophes', () => { expect(wordsOf('the city’s roads; don\'t, o\'clock')).toEqual(['citi', 'road', 'dont', 'oclock']); });
  it('are not those of an address', () => { expect(wordsOf('see https://www.example.gov/roads?x=1 now')).toEqual(['see', 'now']); });
  it('end somewhere', () => { expect(wordsOf('ط'.repeat(3000))).toEqual(['ط'.repeat(40)]); });
  it('are none where nothing is said', () => { expect(wordsOf(' … 👍 — ')).toEqual([]); });
});

describe('what is looked for', () => {
  it('is every word but the last, which may go on', () => {
    expect(soughtIn('مشروع الطر')).toEqual({words: ['مشروع'], last: {stem: 'طر', beginning: 'طر'}});
    expect(soughtIn('public transp')).toEqual({words: ['public'], last: {stem: 'transp', beginning: 'transp'}});
  });
  it('leaves out a last word that says nothing, unless it is all there is', () => {
    expect(soughtIn('roads of the')).toEqual({words: ['road'], last: null});
    expect(soughtIn('the').last?.beginning).toBe('the');
  });
  it('is nothing where there are no words', () => { expect(soughtIn('؟!')).toEqual({words: [], last: null}); });
});
