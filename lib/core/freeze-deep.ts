/** Makes a JSON value unchangeable, so that it can be given to many. */
export function freezeDeep<T>(value: T): T {
	if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		for (const part of Object.values(value)) freezeDeep(part);
	}
	return value;
}
