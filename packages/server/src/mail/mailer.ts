/** What carries messages away. What the server needs of it is this; SMTP answers to it in `smtp.ts`. */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  headers: Readonly<Record<string, string>>;
};

export type Mailer = {
  /** Resolves once the message was taken. @throws Refused for this message; anything else means that nothing can be sent now. */
  send(mail: Mail): Promise<void>;
  close(): void;
};

/** The receiving side answered, and does not take this message: not now (4yz), or never (5yz; RFC 5321 §4.2.1). */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`refused with ${status}`);
    this.status = status;
  }
  get forGood(): boolean { return this.status >= 500; }
}
