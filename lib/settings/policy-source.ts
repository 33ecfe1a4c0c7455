import type { ValueStorage } from "@/lib/core/storage";

/** Whoever is told at once, as all are but in the browser's first seconds, is told within this time. */
const patienceMs = 50;

type PolicyValues = Record<string, unknown>;

type PolicySourcePorts = {
	/** What the browser says that the policy sets. */
	managed(): Promise<PolicyValues>;
	/** Whether it set nothing the last time; kept from one start of the browser to the next. */
	wasEmpty: ValueStorage;
	/** Called when it sets something after all, though nobody was kept waiting for that. */
	changed(): void;
};

/**
 * What the organisation's policy sets. In the first seconds after its start Chromium does not say (up to six were
 * measured), and until then no card could be shown and nothing delivered. So where the policy set nothing the last time,
 * it sets nothing until the browser says otherwise; where it did set something, that is waited for.
 */
export function createPolicySource({ managed, wasEmpty, changed }: PolicySourcePorts) {
	let first: Promise<PolicyValues> | undefined;
	let isTold = false;

	async function askFirst(): Promise<PolicyValues> {
		try {
			const values = await managed();
			isTold = true;
			note(values).catch(() => undefined);
			return values;
		} finally {
			first = undefined;
		}
	}

	async function note(values: PolicyValues): Promise<void> {
		const isEmpty = Object.keys(values).length === 0;
		if (isEmpty === ((await wasEmpty.get()) === true)) return;
		await wasEmpty.set(isEmpty);
		if (!isEmpty) changed();
	}

	return async (): Promise<PolicyValues> => {
		if (isTold) return managed();
		first ??= askFirst();
		const empty = wasEmpty.get().then((was) => (was === true ? later({}) : never));
		return Promise.race([first, empty]);
	};
}

const later = <T>(value: T): Promise<T> => new Promise((resolve) => setTimeout(resolve, patienceMs, value));
const never = new Promise<never>(() => undefined);
