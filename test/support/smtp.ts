/** A real SMTP server on a port of its own, that keeps what it takes and can be away for a while. */
import type {AddressInfo} from 'node:net';
import {simpleParser} from 'mailparser';
import type {ParsedMail} from 'mailparser';
import {SMTPServer} from 'smtp-server';

export type Taken = {to: string[]; raw: string; mail: ParsedMail};

export class MailBox {
  readonly taken: Taken[] = [];
  port = 0;
  #server: SMTPServer | undefined;
  #waiting: (() => void)[] = [];

  get url(): string { return `smtp://127.0.0.1:${this.port}`; }

  /** Listens; on the port it had before, where it had one. */
  async open(): Promise<this> {
    const server = new SMTPServer({
      authOptional: true, closeTimeout: 50, disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, session, taken) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => { chunks.push(chunk); });
        stream.on('end', () => { void this.#keep(Buffer.concat(chunks), session.envelope.rcptTo.map(({address}) => address)).then(() => { taken(); }); });
      },
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.port, '127.0.0.1', () => { resolve(); });
    });
    this.port = (server.server.address() as AddressInfo).port;
    this.#server = server;
    return this;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => { this.#server?.close(() => { resolve(); }); });
  }

  async #keep(bytes: Buffer, to: string[]): Promise<void> {
    this.taken.push({to, raw: bytes.toString('latin1'), mail: await simpleParser(bytes)});
    for (const look of this.#waiting) look();
  }

  to(address: string): ParsedMail[] { return this.taken.filter(({to}) => to.includes(address)).map(({mail}) => mail); }

  /** Resolves once this holds, looking again with each message that comes. */
  until(holds: () => boolean): Promise<void> {
    if (holds()) return Promise.resolve();
    return new Promise((resolve) => {
      const look = () => { if (holds()) resolve(); };
      this.#waiting.push(look);
    });
  }

  /** The message of this number to an address, once it is there. */
  async nth(address: string, count: number): Promise<ParsedMail> {
    await this.until(() => this.to(address).length >= count);
    return this.to(address)[count - 1]!;
  }
}
