/** A letter as a message: plain text and HTML that say the same, with the language and the direction of their words. */
import {html} from 'hono/html';
import {bodyHtml, bodyText} from './body.ts';
import type {Letter, Linked} from './letter.ts';
import {asHtml, asText} from './lines.ts';
import type {Line, Markup} from './lines.ts';

const font = '"Segoe UI",Tahoma,"Noto Sans Arabic","Noto Sans",Arial,sans-serif';
const quoted = (text: string): string => text.split('\n').map((each) => `> ${each}`.trimEnd()).join('\n');
const linkText = ({label, href}: Linked): string => `${label}:\n${href}`;

export const subjectOf = ({subject}: Letter): string => asText(subject);

export function textOf({name, said, facts, quote, action, because, stop}: Letter): string {
  const parts = [
    asText(name), ...said.map(asText), facts.map(({label, value}) => `${label}: ${asText(value)}`).join('\n'),
    ...(quote ? [asText(quote.by), quoted(bodyText(quote.body)), quote.link ? linkText(quote.link) : ''] : []),
    action ? linkText(action) : '', '--', because.map(asText).join('\n'), linkText(stop),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

const paragraph = (line: Line, style: string): Markup => html`<p style="${style}">${asHtml(line)}</p>`;

const factsHtml = (facts: Letter['facts']): Markup | string => (facts.length ? html`
<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 16px">${facts.map(({label, value}) => html`
<tr><td style="padding:2px 0;padding-inline-end:16px;color:#55646b;vertical-align:top">${label}</td><td style="padding:2px 0;font-weight:600">${asHtml(value)}</td></tr>`)}
</table>` : '');

const quoteHtml = (quote: NonNullable<Letter['quote']>): Markup => html`
<table role="presentation" cellpadding="0" cellspacing="0" width="100%" style="margin:0 0 20px"><tr><td style="padding:16px 18px 4px;background:#f2f6f5;border:1px solid #d6dfde;border-radius:10px">
${paragraph(quote.by, 'margin:0 0 10px;font-weight:600;color:#0b6e69')}
${bodyHtml(quote.body)}
${quote.link ? html`<p style="margin:0 0 12px"><a href="${quote.link.href}" style="color:#0b6e69"><bdi>${quote.link.label}</bdi></a></p>` : ''}
</td></tr></table>`;

export async function htmlOf(letter: Letter): Promise<string> {
  const {words: {language, direction}, name, said, facts, quote, action, because, stop} = letter;
  // Arabic reads alike at a size a little larger, with more room between lines.
  const size = language === 'ar' ? 'font-size:17px;line-height:1.8' : 'font-size:16px;line-height:1.6';
  return String(await html`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${subjectOf(letter)}</title>
</head>
<body dir="${direction}" style="margin:0;padding:0;background:#f2f6f5">
<table role="presentation" cellpadding="0" cellspacing="0" width="100%" dir="${direction}" style="background:#f2f6f5"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" cellpadding="0" cellspacing="0" width="100%" dir="${direction}" style="max-width:600px;background:#ffffff;border:1px solid #d6dfde;border-radius:14px"><tr><td style="padding:28px 28px 12px;color:#1a2529;font-family:${font};${size}">
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.5;color:#0d3b40">${asHtml(name)}</h1>
${said.map((line) => paragraph(line, 'margin:0 0 16px'))}
${factsHtml(facts)}
${quote ? quoteHtml(quote) : ''}
${action ? html`<p style="margin:8px 0 24px"><a href="${action.href}" style="display:inline-block;padding:11px 24px;background:#0b6e69;color:#ffffff;text-decoration:none;font-weight:600;border-radius:8px">${action.label}</a></p>` : ''}
</td></tr><tr><td style="padding:16px 28px 24px;border-top:1px solid #d6dfde;color:#55646b;font-family:${font};font-size:${language === 'ar' ? 15 : 14}px;line-height:1.7">
${because.map((line) => paragraph(line, 'margin:0 0 6px'))}
<p style="margin:0"><a href="${stop.href}" style="color:#0b6e69">${stop.label}</a></p>
</td></tr></table>
</td></tr></table>
</body>
</html>
`);
}
