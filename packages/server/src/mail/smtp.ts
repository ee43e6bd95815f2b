/** Messages by SMTP, through nodemailer. The one file that knows it, and loaded only where `SMTP_URL` is set. */
import {createTransport} from 'nodemailer';
import {Refused} from './mailer.ts';
import type {Mailer} from './mailer.ts';

const patience = {connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000};

type SmtpError = Error & {code?: string; command?: string; responseCode?: number};

/** What was refused: whoever it goes to, or what it says. Anything else is about the connection or about us, and so about every message. */
const aboutTheMessage = (error: SmtpError) => /^E(?:ENVELOPE|MESSAGE)$/.test(error.code ?? '')
  && /^(?:RCPT TO|DATA|API)$/.test(error.command ?? '') && error.responseCode !== 421;

/** @throws where the address is none of SMTP, or `from` none that can be written to. */
export function smtpMailer(url: string, from: string): Mailer {
  if (!/^smtps?:\/\/[^/]/.test(url) || !URL.canParse(url)) throw new Error('SMTP_URL must be an address such as smtp://name:password@mail.example:587');
  if (!/^(?:[^<>\p{Cc}]*<)?[^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+>?$/u.test(from)) throw new Error('SMTP_FROM must be an address such as "Participation <no-reply@example.org>"');
  const transport = createTransport({url, pool: true, maxConnections: 4, ...patience}, {from, disableFileAccess: true, disableUrlAccess: true});
  return {
    async send({to, ...mail}) {
      try {
        // As an object the address is not parsed as a list, so one stays one.
        await transport.sendMail({...mail, headers: {...mail.headers}, to: {name: '', address: to}});
      } catch (error) {
        const refusal = error as SmtpError;
        throw aboutTheMessage(refusal) ? new Refused(refusal.responseCode ?? 550) : error;
      }
    },
    close: () => { transport.close(); },
  };
}
