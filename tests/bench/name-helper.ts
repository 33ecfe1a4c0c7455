/**
 * A script to evaluate before a function with inner functions is: tsx has each of those call `__name`, which keeps its
 * name and is known only here in Node.
 */
export const nameHelper = "globalThis.__name = (value) => value;";
