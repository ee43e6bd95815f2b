/**
 * The device keys of guests, one an API, where all tabs of a browser see the same at every moment. (`localStorage` is a
 * copy in each process: a second tab may not see yet what the first has put there.)
 */

/**
 * Puts `to` in the place of `from`, where that is what stands, and gives what stands then: of all who begin at once one
 * is first, and the others get its key. Without either it only looks, and leaves no empty database behind. Rejects where
 * storage is switched off or full.
 */
export const exchange = (api: string, from?: string, to?: string): Promise<string | undefined> => new Promise((done, failed) => {
  const asked = indexedDB.open('shurkum');
  asked.onerror = failed;
  asked.onupgradeneeded = () => {
    if (to) asked.result.createObjectStore('guests');
    else asked.transaction?.abort();
  };
  asked.onsuccess = () => {
    const turn = asked.result.transaction('guests', 'readwrite');
    // It closes once the turn is over: a page with an open database cannot be kept for the way back.
    asked.result.close();
    const keys = turn.objectStore('guests');
    const standing = keys.get(api) as IDBRequest<string | undefined>;
    let key: string | undefined;
    standing.onsuccess = () => {
      key = standing.result;
      if (key === from && to !== from) keys.put(key = to, api);
    };
    turn.onabort = failed;
    turn.oncomplete = () => { done(key); };
  };
});
