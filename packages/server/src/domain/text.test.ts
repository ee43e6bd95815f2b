import {describe, expect, it} from 'vitest';
import {isEmpty, parseText} from './text.ts';
import type {Body} from './text.ts';

/** A tree in short: text as it is, *emphasis*, <link>, | for a break. */
const inline = (nodes: readonly {type: string; text?: string; href?: string}[]): string =>
  nodes.map(({type, text, href}) => (type === 'break' ? '|' : type === 'link' ? `<${href}>` : type === 'emphasis' ? `*${text}*` : text)).join('');
const short = (body: Body): string[] =>
  body.map((block) => (block.type === 'list' ? `list[${block.items.map(inline).join('; ')}]` : `${block.type}[${inline(block.children)}]`));

describe('parseText', () => {
  it.each<[string, string[]]>([
    ['one line', ['paragraph[one line]']],
    ['سطر أول\nسطر ثانٍ', ['paragraph[سطر أول|سطر ثانٍ]']],
    ['first\r\n\r\nsecond\n\n\n\nthird', ['paragraph[first]', 'paragraph[second]', 'paragraph[third]']],
    ['نقترح:\n- إتاحة البيانات\n- نشر التقارير', ['paragraph[نقترح:]', 'list[إتاحة البيانات; نشر التقارير]']],
    ['* one\n* two\n\n• ثلاثة', ['list[one; two]', 'list[ثلاثة]']],
    ['> قال الوزير\n> أمس\nأوافق', ['quote[قال الوزير|أمس]', 'paragraph[أوافق]']],
    ['-no list', ['paragraph[-no list]']],
    ['# no heading\n<b>no bold</b>', ['paragraph[# no heading|<b>no bold</b>]']],
  ])('reads the blocks of %j', (text, expected) => { expect(short(parseText(text))).toEqual(expected); });

  it.each<[string, string]>([
    ['this is *important* here', 'this is *important* here'],
    ['هذا *مهم جدًا*، فعلًا', 'هذا *مهم جدًا*، فعلًا'],
    ['_both_ kinds', '*both* kinds'],
  ])('reads the emphasis of %j', (text, expected) => {
    const [block] = parseText(text);
    expect(block).toHaveProperty('children', expect.arrayContaining([expect.objectContaining({type: 'emphasis'})]));
    expect(short(parseText(text))).toEqual([`paragraph[${expected}]`]);
  });

  it.each(['2 * 3 * 4', 'snake_case_name', '*open', 'closed*', '**', '* *', 'a*b*c', '_ spaced _'])('leaves the marks of %j', (text) => {
    const nodes = parseText(text).flatMap((block) => (block.type === 'list' ? block.items.flat() : block.children));
    expect(nodes.every(({type}) => type === 'text')).toBe(true);
  });

  it.each<[string, string]>([
    ['see https://example.om/a?b=c#d.', 'see <https://example.om/a?b=c#d>.'],
    ['انظر https://example.om، ثم', 'انظر <https://example.om>، ثم'],
    ['(https://example.om/a_(b))', '(<https://example.om/a_(b)>)'],
    ['<https://example.om/x y', '<<https://example.om/x> y'],
    ['<https://example.om/x> after', '<https://example.om/x> after'],
    ['mailto:info@example.om!', '<mailto:info@example.om>!'],
    ['«http://example.om»', '«<http://example.om>»'],
    ['http://127.0.0.1:8080/x', '<http://127.0.0.1:8080/x>'], ['https://Example.om.', '<https://Example.om>.'],
    ['https://bücher.example', '<https://bücher.example>'], ['https://xn--mgbh0fb.example', '<https://xn--mgbh0fb.example>'], ['https://пример.рф', '<https://пример.рф>'],
    ['https://مثال.عمان/صفحة', '<https://مثال.عمان/صفحة>'],
    ['*see https://example.om/a*', '*see <https://example.om/a>*'],
  ])('finds the link of %j', (text, expected) => { expect(short(parseText(text))).toEqual([`paragraph[${expected}]`]); });

  it.each([
    'javascript:alert(1)', 'JaVa\tscript:alert(1)', 'data:text/html,x', 'vbscript:x', '\u0001javascript:x', '&#x6a;avascript:x', '//evil.example', 'https:evil.example',
    'https://a@b.example', 'https://user:pass@b.example', 'https://good.example%40evil.example', 'https://%65vil.example', 'https://', 'http:///x', 'https://a\\b',
    'https://exa\u202Emple.om', 'https://exam\u200Bple.om', 'xhttps://example.om', 'ftp://example.om', 'file:///etc/passwd', 'HTTPS://EXAMPLE.OM', 'mailto:', 'mailto:a@b', 'mailto:a@b.om?subject=x',
    ...Array.from('\u3164\u034f\u115f\u1160\uffa0\ufe0f\u17b4\u180b\u2044\u2800\u00ad', (odd) => `https://exam${odd}ple.om`), 'https://example.om\u2044login.example', 'https://example.om/a\u3164b',
    'http://2130706433/', 'http://0x7f.1/', 'http://127.1', 'http://017700000001', 'https://ｅxample.om', 'https://example。om', 'https://ex\u0430mple.om', 'https://①.om',
    'https://example.om:99999', '<javascript:alert(1)>', `https://example.om/${'x'.repeat(2100)}`,
  ])('makes no link of %j', (text) => {
    const nodes = parseText(text).flatMap((block) => (block.type === 'list' ? [] : block.children));
    expect(nodes.map(({type}) => type)).not.toContain('link');
    expect(nodes.map((node) => ('text' in node ? node.text : '')).join('')).toBe(text);
  });

  it('keeps the marks that Arabic needs', () => {
    const text = 'می\u200cخواهم \u200fنص\u200f \u202Bداخل\u202C \u2067عزل\u2069';
    expect(parseText(text)).toEqual([{type: 'paragraph', children: [{type: 'text', text}]}]);
  });

  it('takes a time that grows with the length, whatever is written', () => {
    const families = ['>\na\n', '- \n> \n', '> a\n- b\n', '*a* ', 'a\n', 'a\n\n', '*a ', '_a ', '*', 'https://', 'https://a(', '<https://', 'a@', 'mailto:', '> ', '- ', '\n\n', '((((', 'h', ' *x_', 'https://x.om/))', '&#x', '\u200f*', '*a*', '_*', 'http://a@'];
    const time = (text: string) => {
      const began = performance.now();
      for (let n = 0; n < 5; n += 1) parseText(text);
      return performance.now() - began;
    };
    for (const family of families) {
      const longest = family.repeat(5000 / family.length);
      time(longest);
      expect(time(longest) / 5, JSON.stringify(family)).toBeLessThan(50);
      expect(JSON.stringify(parseText(longest)).length, JSON.stringify(family)).toBeLessThan(20_000);
    }
  });
});

describe('a text of more marks than words', () => {
  it('is text from where it becomes too many nodes, and none of it is lost', () => {
    const body = parseText(`*one*\n\n${'> a\n- b\n'.repeat(400)}`);
    expect(short(body.slice(0, 3))).toEqual(['paragraph[*one*]', 'quote[a]', 'list[b]']);
    const last = body.at(-1);
    expect(last?.type).toBe('paragraph');
    expect(JSON.stringify(body).match(/[ab](?=["\\])/g)?.length).toBe(800);
  });
  it('has no quotes and lists that say nothing', () => {
    expect(short(parseText('>\n> a\n>\n> b\n\n- \n- c\n\n>\n\nd'))).toEqual(['quote[a|b]', 'list[c]', 'paragraph[d]']);
    expect(short(parseText('>\n- '))).toEqual(['paragraph[>\n-]']);
  });
});

describe('isEmpty', () => {
  it.each(['', ' ', '\n\t', '\u200f', '\u2800', '\u3164', '\u200b\u200d', '\u0008', '\u034f', '\u0301\u0650', '\u115f\u1160', '\uffa0', '\ufe0f', '\u17b4', '\u180b', '\u{e0041}'])('says yes to %j', (text) => { expect(isEmpty(text)).toBe(true); });
  it.each(['.', 'ا', '🙂', ' x ', '٣', 'بِ'])('says no to %j', (text) => { expect(isEmpty(text)).toBe(false); });
});
