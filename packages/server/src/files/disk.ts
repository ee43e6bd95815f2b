/**
 * Files in a folder, named by their ids. A file comes to be under another name and is renamed once its bytes are on the
 * disk, so that nobody ever reads half of one, also after the power failed.
 */
import {randomUUID} from 'node:crypto';
import {mkdir, open, readFile, readdir, rename, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {Unavailable} from '../store/store.ts';
import type {FileStore} from './file-store.ts';

const unfinished = '.part';
/** What is unfinished for so long was left by a process that ended. */
const abandonedAfter = 60 * 60_000;

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** A full disk, a missing folder, a failing device: trying again later may help. */
const blamed = (error: unknown) => new Unavailable('The file store cannot be used now.', {cause: error});

async function sync(path: string, bytes?: Uint8Array): Promise<void> {
  const file = await open(path, bytes ? 'wx' : 'r');
  try {
    if (bytes) await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function sweep(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (name.endsWith(unfinished) && now - (await stat(path)).mtimeMs > abandonedAfter) await rm(path, {force: true});
  }
}

/** Makes the folder where it is not there. @throws where it cannot be used. */
export async function diskFiles(folder: string): Promise<FileStore> {
  await mkdir(folder, {recursive: true});
  await sweep(folder, Date.now());
  const pathOf = (id: string) => {
    if (!/^[A-Za-z0-9_-]{22}$/.test(id)) throw new Error('This is not the id of a file.');
    return join(folder, id);
  };
  return {
    async put(id, bytes) {
      const path = pathOf(id), part = `${path}.${randomUUID()}${unfinished}`;
      try {
        await sync(part, bytes);
        await rename(part, path);
        // The name is on the disk only once its folder is.
        await sync(folder);
      } catch (error) {
        await rm(part, {force: true}).catch(() => undefined);
        throw blamed(error);
      }
    },
    async get(id) {
      try {
        return new Uint8Array(await readFile(pathOf(id)));
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw blamed(error);
      }
    },
    async remove(id) {
      await rm(pathOf(id), {force: true}).catch((error: unknown) => { throw blamed(error); });
    },
  };
}
