/** A value that is loaded when it is asked for, and kept. */
export type Kept<T> = {
	get(): Promise<T>;
	/** What was loaded, or is being loaded, counts no more: the next one who asks has it loaded anew. */
	forget(): void;
};

/** Keeps what `load` gives as long as it is `worthKeeping`; a load that fails is none to keep. */
export function createKept<T>(load: () => Promise<T>, worthKeeping: (value: T) => boolean): Kept<T> {
	let current: Promise<T> | undefined;
	return {
		get() {
			if (current) return current;
			const loading = load();
			current = loading;
			const drop = () => {
				if (current === loading) current = undefined;
			};
			loading.then((value) => {
				if (!worthKeeping(value)) drop();
			}, drop);
			return loading;
		},
		forget() {
			current = undefined;
		},
	};
}
