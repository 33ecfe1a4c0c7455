/** Milliseconds since the epoch. Handed in, so that rules about time can be tested without waiting. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();
