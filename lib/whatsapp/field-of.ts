/** A field of something that comes from the page; undefined where that is no object, or has none. */
export const fieldOf = (value: unknown, name: string): unknown =>
	typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
