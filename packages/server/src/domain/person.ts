/** Somebody who acts. The key is opaque and of one space; it is never a name or an address. */
export type Level = 'guest' | 'signed-in' | 'verified';
export type Person = {key: string; level: Level; name: string | null};
