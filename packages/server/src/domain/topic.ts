/** What a reader may watch, as one name that travels between processes. */
export const threadTopic = (space: string, id: string): string => `thread ${space} ${id}`;
export const pollTopic = (space: string, id: string): string => `poll ${space} ${id}`;
