/** A field of something that comes from the page; undefined where that is no object, or has none of its own. */
export const fieldOf = (value: unknown, name: string): unknown =>
	typeof value === "object" && value !== null && Object.hasOwn(value, name)
		? Reflect.get(value, name)
		: undefined;
