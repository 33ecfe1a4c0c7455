const format = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

/** `11:03:20`, local time. */
export const clockTime = (ms: number): string => format.format(ms);
