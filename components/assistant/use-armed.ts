import { useEffect, useState } from "react";

/** Nobody reads what has just appeared, or stops typing, faster. */
const quietMs = 600;

/**
 * Whether a button that has just appeared may count a click or a key as meant for it: not until it has stood there a
 * moment in which no key was pressed.
 */
export function useArmed(): boolean {
	const [armed, setArmed] = useState(false);
	useEffect(() => {
		if (armed) return;
		const controller = new AbortController();
		let timer = 0;
		const begin = () => {
			clearTimeout(timer);
			timer = window.setTimeout(() => setArmed(true), quietMs);
		};
		begin();
		window.addEventListener("keydown", begin, { capture: true, signal: controller.signal });
		return () => {
			clearTimeout(timer);
			controller.abort();
		};
	}, [armed]);
	return armed;
}
