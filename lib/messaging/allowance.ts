/** So much may come at once, and so much more for every second that has passed since. */
export type Allowance = { atOnce: number; perSecond: number };

/** More tabs than anybody has open; what was counted of those that are full again need not be remembered. */
const mostRemembered = 200;

/** Says whether a tab may send something of that weight now, and counts it if it may. `now` in ms. */
export function createAllowance(
	{ atOnce, perSecond }: Allowance,
	now: () => number,
): (tabId: number, weight: number) => boolean {
	const tabs = new Map<number, { left: number; at: number }>();

	function leftOf(tabId: number, time: number): number {
		const known = tabs.get(tabId);
		return known ? Math.min(atOnce, known.left + ((time - known.at) / 1_000) * perSecond) : atOnce;
	}

	return (tabId, weight) => {
		const time = now();
		if (tabs.size > mostRemembered)
			for (const id of tabs.keys()) if (leftOf(id, time) === atOnce) tabs.delete(id);
		const left = leftOf(tabId, time);
		const isEnough = weight <= left;
		tabs.set(tabId, { left: isEnough ? left - weight : left, at: time });
		return isEnough;
	};
}
